package org.rulebatch.batch;

import java.time.LocalDateTime;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.step.StepExecution;

/**
 * Ends the attempt of a process that is gone, so that the run can be restarted. Only the holder of the lease may do so: the
 * framework does not ask whether the process is alive.
 */
final class Recovery {

    private final RepositoryContext repository;

    Recovery(RepositoryContext repository) {
        this.repository = repository;
    }

    void recover(long executionId) {
        JobExecution execution = repository.repository().getJobExecution(executionId);
        if (execution == null) {
            return;
        }
        if (execution.getStatus() == BatchStatus.UNKNOWN) {
            fail(execution);
        } else if (execution.getStatus().isRunning() || execution.getEndTime() == null) {
            repository.operator().recover(execution);
        }
    }

    /** The framework leaves alone what it does not know the end of. */
    private void fail(JobExecution execution) {
        for (StepExecution step : execution.getStepExecutions()) {
            if (step.getStatus() != BatchStatus.COMPLETED) {
                step.setStatus(BatchStatus.FAILED);
                step.setExitStatus(ExitStatus.FAILED);
                step.setEndTime(LocalDateTime.now());
                repository.repository().update(step);
            }
        }
        execution.setStatus(BatchStatus.FAILED);
        execution.setExitStatus(ExitStatus.FAILED);
        execution.setEndTime(LocalDateTime.now());
        repository.repository().update(execution);
    }
}
