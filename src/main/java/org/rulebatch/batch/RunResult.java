package org.rulebatch.batch;

import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.rulebatch.report.FinalReport;
import org.rulebatch.report.RunStatus;

/**
 * How a run ended.
 *
 * @param instanceId what a restart takes
 * @param status one of the ends
 * @param report null where the run was stopped
 * @param halted why the run could not go on, or empty
 * @param left the batches that it has not come to, where a part of it was generated; they wait for a restart
 * @param options what the run was started with
 */
public record RunResult(
        String runId,
        long instanceId,
        RunStatus status,
        @Nullable FinalReport report,
        String halted,
        SortedSet<Integer> left,
        Map<String, String> options) {}
