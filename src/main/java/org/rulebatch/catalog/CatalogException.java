package org.rulebatch.catalog;

/** The catalog is missing, unreadable or not of the form this version writes; the message says what to do. */
public final class CatalogException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CatalogException(String message) {
        super(message);
    }

    public CatalogException(String message, Throwable cause) {
        super(message, cause);
    }
}
