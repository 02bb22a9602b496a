package org.rulebatch.store;

/** What was given cannot be run. The message says what, where, why and what to do; nothing has been started. */
public final class InputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InputException(String message) {
        super(message);
    }

    public InputException(String message, Throwable cause) {
        super(message, cause);
    }
}
