package org.rulebatch.reading;

/** How a sentence is worded. All forms are read as the norm behind them. */
public enum Form {
    /** "Volumes must be encrypted", "Volumes are encrypted". */
    STATEMENT,
    /** "Encrypt volumes". */
    ORDER,
    /** "Are volumes encrypted?" */
    QUESTION,
    /** "Encryption of volumes"; also an id in words. */
    HEADING,
    /** "Volumes are not encrypted": it states the violation, and the norm is the opposite. */
    FINDING
}
