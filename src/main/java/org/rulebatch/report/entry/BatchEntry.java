package org.rulebatch.report.entry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a batch ended.
 *
 * @param status {@code success} or {@code failed}
 * @param timestamp ISO-8601 start; null if it never started
 * @param error null if there was none
 */
public record BatchEntry(
        int batchNumber,
        String batchDir,
        List<String> services,
        String status,
        @Nullable String timestamp,
        double durationSeconds,
        Stats stats,
        @Nullable String error) {

    /** How many of the batch's rules ended how. */
    public record Stats(int totalRules, int validatedRules, int proposed, int manualReview, int invalid, int failed) {}

    public BatchEntry {
        services = List.copyOf(services);
    }

    public static String status(boolean successful) {
        return successful ? "success" : "failed";
    }

    public boolean isSuccess() {
        return status.equals("success");
    }
}
