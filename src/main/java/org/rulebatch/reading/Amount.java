package org.rulebatch.reading;

/** How many of the things that are spoken of. */
public enum Amount {
    EACH,
    AT_LEAST_ONE,
    NONE,
    /** None but these. */
    ONLY,
    /** All kinds of what is asked: "all log types". */
    EVERY_KIND
}
