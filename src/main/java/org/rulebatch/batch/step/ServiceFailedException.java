package org.rulebatch.batch.step;

import org.jspecify.annotations.Nullable;

/** The rules of a service could not be worked on, which fails its batch. */
final class ServiceFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ServiceFailedException(String service, @Nullable Throwable cause) {
        super(
                cause == null ? service : service + ": " + cause.getClass().getSimpleName() + ": " + cause.getMessage(),
                cause);
    }
}
