package org.rulebatch.batch;

import org.jspecify.annotations.Nullable;

/** The job repository cannot be used; the message says why and what to do. */
public final class RepositoryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RepositoryException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
