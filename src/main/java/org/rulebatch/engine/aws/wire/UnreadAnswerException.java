package org.rulebatch.engine.aws.wire;

/** The service answered, but not with what the operation answers, or not with all of it. Nothing is known from it. */
public final class UnreadAnswerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    /** @param message what came instead; the part of a sentence that follows the call's name */
    public UnreadAnswerException(String message) {
        this(message, "");
    }

    /** @param code of the error that stands in the answer; empty if there is none */
    public UnreadAnswerException(String message, String code) {
        super(message);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
