package org.rulebatch.knowledge;

/** A kind of value that a rule may state and that then replaces a fact's own. */
public enum Slot {
    DAYS,
    HOURS,
    MINUTES,
    COUNT,
    BYTES,
    PERCENT,
    PORT,
    TLS_VERSION,
    VERSION,
    LENGTH,
    NAMES
}
