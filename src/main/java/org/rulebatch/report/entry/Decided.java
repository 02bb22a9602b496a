package org.rulebatch.report.entry;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a rule ended, in the files of a run and on its page. */
public enum Decided {
    AUTOMATED("Automated"),
    PROPOSED("Proposed"),
    MANUAL_REVIEW("Manual review"),
    INVALID("Invalid"),
    FAILED("Failed");

    private final String label;

    Decided(String label) {
        this.label = label;
    }

    /** What people read. */
    public String label() {
        return label;
    }

    /** The word in the files of the run, which the page's links use too. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The decision of that word; a word that no version of this program writes is a failure. */
    @JsonCreator
    public static Decided of(String word) {
        for (Decided each : values()) {
            if (each.word().equals(word)) {
                return each;
            }
        }
        return FAILED;
    }
}
