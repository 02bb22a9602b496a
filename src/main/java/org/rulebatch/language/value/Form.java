package org.rulebatch.language.value;

/** What kind of value a {@link Type} has. */
public enum Form {
    TEXT,
    INTEGER,
    DECIMAL,
    TRUTH,
    TIME,
    DURATION,
    LIST,
    MAP,
    STRUCTURE,
    /** No model declares it. */
    ANY,
    /** Only functions read it. */
    OPAQUE
}
