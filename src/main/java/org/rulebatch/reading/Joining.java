package org.rulebatch.reading;

/** Whether all of several things are meant, or one of them is enough. */
public enum Joining {
    AND,
    OR
}
