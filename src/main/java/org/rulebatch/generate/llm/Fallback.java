package org.rulebatch.generate.llm;

/** What becomes of a rule when the model's replies cannot be used. */
public enum Fallback {
    /** The embedded generator answers. */
    EMBEDDED,
    /** A person looks. */
    MANUAL_REVIEW
}
