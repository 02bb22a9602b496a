package org.rulebatch.requirement;

import java.util.Locale;

/**
 * How sure a generator is of the check that it puts first, in words: people take a number for more than it is. The bounds are those
 * of the rules in other words (docs/measured/other-words.md), where the share of right checks is measured for each class.
 */
public enum Sureness {
    SURE(0.9),
    LIKELY(0.7),
    POSSIBLE(0.5),
    GUESS(0);

    private final double from;

    Sureness(double from) {
        this.from = from;
    }

    /** The class of a confidence of 0 to 1. */
    public static Sureness of(double confidence) {
        for (Sureness each : values()) {
            if (confidence >= each.from) {
                return each;
            }
        }
        return GUESS;
    }

    /** The word as it stands in files and texts: {@code likely}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
