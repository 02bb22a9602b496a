package org.rulebatch.engine.aws;

/** More than a run takes in; asking again would give the same. */
final class AnswerTooLongException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AnswerTooLongException(String message) {
        super(message);
    }
}
