package org.rulebatch.batch.repository;

import java.time.LocalDateTime;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;

/**
 * Ends what the last attempt of a run left open, so that the run can be restarted: the attempt of a process that is gone, and the
 * batches that an attempt which did end could not write the end of. Only the holder of the lease may do so. The framework's own
 * recovery does the first, but leaves alone what it does not know the end of, and the batches of an attempt that has ended.
 */
public final class Recovery {

    private final JobRepository repository;

    public Recovery(RepositoryContext repository) {
        this.repository = repository.repository();
    }

    public void recover(long executionId) {
        JobExecution execution = repository.getJobExecution(executionId);
        if (execution == null) {
            return;
        }
        execution.getStepExecutions().stream()
                .filter(step -> isOpen(step.getStatus()))
                .forEach(this::end);
        if (isOpen(execution.getStatus()) || execution.getEndTime() == null) {
            execution.setStatus(BatchStatus.FAILED);
            execution.setExitStatus(ExitStatus.FAILED);
            execution.setEndTime(LocalDateTime.now());
            repository.update(execution);
        }
    }

    private void end(StepExecution step) {
        step.setStatus(BatchStatus.FAILED);
        step.setExitStatus(ExitStatus.FAILED);
        step.setEndTime(LocalDateTime.now());
        repository.update(step);
    }

    private static boolean isOpen(BatchStatus status) {
        return status.isRunning() || status == BatchStatus.UNKNOWN;
    }
}
