package org.rulebatch.reading;

/** What a number counts. Longer times are given in days, larger sizes in bytes. */
public enum Unit {
    DAYS,
    HOURS,
    MINUTES,
    SECONDS,
    COUNT,
    BYTES,
    BITS,
    PERCENT,
    CHARACTERS,
    /** A version, compared number by number between the dots. */
    VERSION
}
