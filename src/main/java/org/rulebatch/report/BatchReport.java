package org.rulebatch.report;

import org.rulebatch.report.entry.BatchEntry;
import org.rulebatch.store.BatchPlan;
import org.rulebatch.store.OutputFolder;

/** How one batch ended. */
public record BatchReport(BatchPlan plan, BatchOutcome outcome, Counts counts) {

    /** As it stands in the final report. */
    BatchEntry entry() {
        return new BatchEntry(
                plan.number(),
                OutputFolder.batchName(plan.number()),
                plan.serviceNames(),
                BatchEntry.status(outcome.successful()),
                outcome.timestamp(),
                outcome.durationSeconds(),
                new BatchEntry.Stats(
                        counts.total(),
                        counts.automated(),
                        counts.proposed(),
                        counts.manualReview(),
                        counts.invalid(),
                        counts.failed()),
                outcome.error());
    }
}
