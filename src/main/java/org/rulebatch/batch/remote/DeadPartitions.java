package org.rulebatch.batch.remote;

import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import java.time.LocalDateTime;
import org.rulebatch.batch.repository.BatchTable;
import org.rulebatch.batch.repository.RepositoryContext;
import org.rulebatch.batch.step.PartitionTasks;
import org.rulebatch.batch.step.ServiceReader;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.step.StepExecution;

/** Gives the partitions of workers that have died to others, and ends one of which too many have died. */
final class DeadPartitions {

    /** So many workers may die on one service: more than are ever killed in a row, and an end for one that kills its workers. */
    static final int DEATHS = 25;

    private final RepositoryContext repository;

    DeadPartitions(RepositoryContext repository) {
        this.repository = repository;
    }

    /** What is done with the task of a worker that is gone, or could not end it. */
    void handle(ExecutionComplete complete, ExecutionOperations<PartitionTasks.Work> operations) {
        Execution execution = complete.getExecution();
        PartitionTasks.Work work = (PartitionTasks.Work) execution.taskInstance.getData();
        StepExecution step = repository.repository().getStepExecution(work.stepId());
        if (step == null || step.getStatus() == BatchStatus.COMPLETED) {
            operations.remove();
            return;
        }
        PartitionTasks.Work next = work.died(ServiceReader.done(step.getExecutionContext()));
        if (next.deaths() < DEATHS) {
            operations.reschedule(complete, complete.getTimeDone(), next);
        } else {
            fail(
                    step,
                    DEATHS + " workers have died on it, the last one " + execution.pickedBy + "; see what they said");
            operations.remove();
        }
    }

    private void fail(StepExecution step, String error) {
        step.getExecutionContext().putString(BatchTable.ERROR, error);
        step.setStatus(BatchStatus.FAILED);
        step.setExitStatus(ExitStatus.FAILED);
        step.setEndTime(LocalDateTime.now());
        repository.transactions().executeWithoutResult(transaction -> {
            repository.repository().update(step);
            repository.repository().updateExecutionContext(step);
        });
    }
}
