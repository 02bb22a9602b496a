package org.rulebatch.generate.llm.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A call that brought no reply. */
public final class CallFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is to be done about it. */
    public enum Kind {
        /** The server wants to be asked more slowly. */
        PACE,
        /** It may go better the next time. */
        FAULT,
        /** This request is refused, and would be again. */
        REJECTED,
        /** Every request would be refused. */
        FATAL,
        /** The answer comes with a batch. */
        LATER,
        /** Batch after batch brought no answer. */
        GIVEN_UP
    }

    private final Kind kind;
    private final @Nullable Duration retryAfter;

    public CallFailure(Kind kind, String message, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    public Kind kind() {
        return kind;
    }

    @Nullable
    public Duration retryAfter() {
        return retryAfter;
    }
}
