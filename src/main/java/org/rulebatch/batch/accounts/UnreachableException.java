package org.rulebatch.batch.accounts;

/** Nobody can look at an account; the message says why. */
final class UnreachableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreachableException(String message) {
        super(message, null, false, false); // where it was thrown says nothing, and the repository would keep it
    }
}
