package org.rulebatch.batch.step;

import java.io.UncheckedIOException;
import java.util.List;
import org.rulebatch.batch.repository.Partitions;
import org.rulebatch.files.IoReason;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.step.FatalStepExecutionException;
import org.springframework.batch.core.step.StepExecution;

/** Says in one line why a step failed. */
public final class Failures {

    private static final int LONGEST = 600;

    private Failures() {}

    /** The first failure that says something: the framework wraps what a service threw. */
    public static String of(StepExecution step) {
        List<Throwable> failures = step.getFailureExceptions();
        return failures.isEmpty() ? "for an unknown reason" : line(failures.get(0));
    }

    /** Why a run failed though none of its batches did; empty if one did, or nothing failed. */
    public static String outsideBatches(JobExecution execution) {
        List<StepExecution> failed = execution.getStepExecutions().stream()
                .filter(step -> step.getStatus() == BatchStatus.FAILED)
                .toList();
        boolean batchFailed = failed.stream().anyMatch(Partitions::isPartition);
        return batchFailed || failed.isEmpty()
                ? ""
                : "step '" + failed.get(0).getStepName() + "': " + of(failed.get(0));
    }

    private static String line(Throwable failure) {
        Throwable at = failure;
        while (at instanceof FatalStepExecutionException && at.getCause() != null) {
            at = at.getCause();
        }
        String message = String.valueOf(at.getMessage()).lines().findFirst().orElse("");
        if (at instanceof ServiceFailedException) {
            return cut(message);
        }
        String what = at instanceof UncheckedIOException ? message + ": " : "";
        return cut(IoReason.of(at)
                .map(reason -> what + reason)
                .orElse(at.getClass().getSimpleName() + ": " + message));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
