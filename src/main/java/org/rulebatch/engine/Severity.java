package org.rulebatch.engine;

import java.util.Locale;

/** How grave it is that a rule is violated, least first. */
public enum Severity {
    INFORMATIONAL,
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL;

    /** The severity that a rule file names; {@code MEDIUM} for a word that is none. */
    public static Severity of(String word) {
        String name = word.strip().toUpperCase(Locale.ROOT);
        for (Severity severity : values()) {
            if (severity.name().equals(name) || severity == INFORMATIONAL && name.startsWith("INFO")) {
                return severity;
            }
        }
        return MEDIUM;
    }

    /** The word as it stands in files: {@code high}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
