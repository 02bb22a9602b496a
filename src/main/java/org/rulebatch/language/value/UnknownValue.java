package org.rulebatch.language.value;

/**
 * Stands where a value would that is not known, because the read that gives it failed: as a variable, as a value of a
 * map or as an element of a list. What depends on it is undecided.
 */
public interface UnknownValue {

    /** Why it is not known, for people. */
    String reason();
}
