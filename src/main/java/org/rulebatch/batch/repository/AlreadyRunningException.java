package org.rulebatch.batch.repository;

/** Another process works on the same output; the message names it. */
public final class AlreadyRunningException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AlreadyRunningException(String message) {
        super(message);
    }
}
