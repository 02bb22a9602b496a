package org.rulebatch.generate;

/** A generator could not decide about a rule; the message says why and what to do. */
public final class GeneratorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public GeneratorException(String message, Throwable cause) {
        super(message, cause);
    }
}
