package org.rulebatch.engine.aws.wire;

/** More than a run takes in; asking again would give the same. */
public final class AnswerTooLongException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public AnswerTooLongException(String message) {
        super(message);
    }
}
