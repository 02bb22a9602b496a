package org.rulebatch.report.entry;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import org.jspecify.annotations.Nullable;

/**
 * {@code run_metadata.json}: the state of a run at one moment.
 *
 * @param runId {@code yyyyMMdd_HHmmss} of the first start
 * @param status {@code processing}, {@code complete}, …
 * @param outputDir of the batch that was started last; empty before the first one
 * @param progress {@code 15/21}: batches completed, of all
 * @param startTime ISO-8601 with offset, as the other times
 * @param endTime null while the run is going on
 * @param modelUsage null where no model was asked
 * @param summary null before there is one
 */
public record RunState(
        String runId,
        String status,
        int currentBatch,
        String outputDir,
        int completedBatches,
        int failedBatches,
        String progress,
        int totalBatches,
        int totalServices,
        int totalRules,
        String startTime,
        String lastUpdated,
        @JsonInclude(Include.NON_NULL) @Nullable String endTime,
        long jobInstanceId,
        long jobExecutionId,
        @JsonInclude(Include.NON_NULL) @Nullable UsageEntry modelUsage,
        @JsonInclude(Include.NON_NULL) @Nullable SummaryEntry summary) {}
