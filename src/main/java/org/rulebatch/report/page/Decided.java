package org.rulebatch.report.page;

import java.util.Locale;

/** How a rule ended, as the page tells it; the four have a colour each. */
enum Decided {
    AUTOMATED("Automated"),
    MANUAL_REVIEW("Manual review"),
    INVALID("Invalid"),
    FAILED("Failed");

    private final String label;

    Decided(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** The word in the files of the run, which the page's links use too. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Decided of(String word) {
        for (Decided each : values()) {
            if (each.word().equals(word)) {
                return each;
            }
        }
        return FAILED;
    }
}
