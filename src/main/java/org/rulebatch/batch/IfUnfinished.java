package org.rulebatch.batch;

/** What a new start does where a run over the same input has not finished. */
public enum IfUnfinished {
    /** Nothing: a person decides. */
    REFUSE,
    /** Goes on with that run. */
    RESTART,
    /** Starts over; that run stays as it is. */
    START_OVER
}
