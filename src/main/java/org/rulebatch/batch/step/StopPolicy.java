package org.rulebatch.batch.step;

import org.rulebatch.batch.repository.StopSignal;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.StepInterruptionPolicy;

/**
 * Ends a batch before its next service once a stop is asked for. The step must be marked as well: the framework takes one that
 * is merely interrupted for completed.
 */
public final class StopPolicy implements StepInterruptionPolicy {

    private final StopSignal stop;

    public StopPolicy(StopSignal stop) {
        this.stop = stop;
    }

    @Override
    public void checkInterrupted(StepExecution step) throws JobInterruptedException {
        if (stop.isRequested()) {
            step.setTerminateOnly();
            throw new JobInterruptedException(stop.reason());
        }
    }
}
