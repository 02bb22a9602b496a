package org.rulebatch.generate.llm.chat;

import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import javax.net.ssl.SSLException;
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
        /** The form that is asked for is refused; the next attempt asks for another. */
        FORM,
        /** Every request would be refused. */
        FATAL
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

    /** Whether there was nobody to talk to: refused, no such host, no TLS. */
    public boolean isUnreachable() {
        return getCause() instanceof ConnectException
                || getCause() instanceof SSLException
                || getCause() instanceof HttpConnectTimeoutException;
    }

    @Nullable
    public Duration retryAfter() {
        return retryAfter;
    }
}
