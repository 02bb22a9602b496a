package org.rulebatch.metadata;

import java.util.List;
import java.util.Locale;

/** The words that say how grave it is to violate a rule. */
public final class Severities {

    /** Least first. */
    public static final List<String> NAMES = List.of("informational", "low", "medium", "high", "critical");

    private Severities() {}

    /** Whether it is one of the words, in any case; {@code info} is short for the first. */
    public static boolean isKnown(String word) {
        String plain = word.strip().toLowerCase(Locale.ROOT);
        return NAMES.contains(plain) || plain.equals("info");
    }
}
