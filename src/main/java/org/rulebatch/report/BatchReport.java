package org.rulebatch.report;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulebatch.store.BatchPlan;
import org.rulebatch.store.OutputFolder;

/** How one batch ended, as it stands in the final report. */
public record BatchReport(BatchPlan plan, BatchOutcome outcome, Counts counts) {

    Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> stats = new LinkedHashMap<>();
        stats.put("total_rules", counts.total());
        stats.put("validated_rules", counts.automated());
        stats.put("manual_review", counts.manualReview());
        stats.put("invalid", counts.invalid());
        stats.put("failed", counts.failed());
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("batch_number", plan.number());
        json.put("batch_dir", OutputFolder.batchName(plan.number()));
        json.put("services", plan.serviceNames());
        json.put("status", outcome.successful() ? "success" : "failed");
        json.put("timestamp", outcome.timestamp());
        json.put("duration_seconds", outcome.durationSeconds());
        json.put("stats", stats);
        json.put("error", outcome.error());
        return json;
    }
}
