package org.rulebatch.batch;

/** The rules of a service could not be worked on, which fails its batch. */
final class ServiceFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ServiceFailedException(String service, Throwable cause) {
        super(service + ": " + cause.getClass().getSimpleName() + ": " + cause.getMessage(), cause);
    }
}
