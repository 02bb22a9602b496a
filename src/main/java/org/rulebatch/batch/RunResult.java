package org.rulebatch.batch;

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
 * @param waits what it has done and waits for, or empty
 */
public record RunResult(
        String runId, long instanceId, RunStatus status, @Nullable FinalReport report, String halted, String waits) {}
