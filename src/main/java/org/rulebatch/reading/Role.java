package org.rulebatch.reading;

/** Which side of a sentence a word stands on: what it narrows, or what is asked. */
public enum Role {
    SUBJECT,
    POPULATION,
    PROPERTY,
    EXCEPTION,
    PURPOSE
}
