package org.rulebatch.reading;

/**
 * Two texts of one rule that cannot both hold.
 *
 * @param first of the title
 * @param second of the id or the description
 */
public record Contradiction(Kind kind, Place first, Place second, String firstText, String secondText) {

    /** What they differ in. */
    public enum Kind {
        /** One asks for what the other rules out. */
        POLARITY,
        /** Another number of the same unit. */
        NUMBER
    }
}
