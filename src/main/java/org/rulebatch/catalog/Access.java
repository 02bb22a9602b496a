package org.rulebatch.catalog;

/** What calling an operation touches; decided by {@code catalog/access.yaml} when the catalog is compiled. */
public enum Access {
    /** Reads configuration or audit facts and changes nothing. The only class that may appear in a rule. */
    READ,
    /** Changes nothing but returns customer content, secrets or credentials. */
    DATA,
    /** Changes something, or isn't known to be a read. */
    WRITE
}
