package org.rulebatch.review;

import java.io.IOException;

/** The run's summary is gone or damaged; the message says which file, and how there is one again. */
final class RunUnreadableException extends IOException {
    private static final long serialVersionUID = 1L;

    RunUnreadableException(String message) {
        super(message);
    }

    RunUnreadableException(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
