package org.rulebatch.report;

import org.jspecify.annotations.Nullable;

/**
 * How the last attempt at a batch went.
 *
 * @param timestamp ISO-8601 start; null if it never started
 * @param error null if there was none
 */
public record BatchOutcome(
        boolean successful, @Nullable String timestamp, double durationSeconds, @Nullable String error) {}
