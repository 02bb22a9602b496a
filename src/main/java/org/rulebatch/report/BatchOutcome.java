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

    /** The error of a batch whose process was gone before the batch had ended. */
    public static final String INTERRUPTED = "its process ended before it was done";

    /** Whether it was worked on to its end, good or bad; one that was stopped or interrupted was not. */
    public boolean hasEnded() {
        return successful() || status.equals("FAILED") && !INTERRUPTED.equals(error);
    }

    public boolean successful() {
        return status.equals(COMPLETED);
    }
}
