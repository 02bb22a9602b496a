package org.rulebatch.report;

import java.util.Locale;

/** What a run is doing. */
public enum RunStatus {
    INITIALIZING,
    PROCESSING,
    TESTING,
    SUMMARIZING,
    COMPLETE,
    FAILED,
    STOPPED;

    /** The word that stands in {@code run_metadata.json}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isEnd() {
        return this == COMPLETE || this == FAILED || this == STOPPED;
    }
}
