package org.rulebatch.report;

import org.jspecify.annotations.Nullable;

/**
 * How the last attempt at a batch went.
 *
 * @param status the job repository's word, {@code COMPLETED} or another
 * @param timestamp ISO-8601 start; null if it never started
 * @param error null if there was none
 */
public record BatchOutcome(String status, @Nullable String timestamp, double durationSeconds, @Nullable String error) {

    public static final String COMPLETED = "COMPLETED";

    public boolean successful() {
        return status.equals(COMPLETED);
    }
}
