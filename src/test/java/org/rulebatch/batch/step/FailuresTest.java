package org.rulebatch.batch.step;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rulebatch.batch.repository.JobNames;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.step.StepExecution;

final class FailuresTest {

    private final JobExecution execution = new JobExecution(1, new JobInstance(1, JobNames.JOB), new JobParameters());

    @Test
    void aRunThatFailedOutsideItsBatchesSaysWhereAndWhy() {
        step("prepare", BatchStatus.COMPLETED);
        step("generate", BatchStatus.FAILED).addFailureException(new IllegalStateException("no thread is left"));

        assertThat(Failures.outsideBatches(execution))
                .isEqualTo("step 'generate': IllegalStateException: no thread is left");
    }

    @Test
    void aBatchThatFailedSaysItItself() {
        step("generateBatch:batch-001", BatchStatus.FAILED);
        step("generate", BatchStatus.FAILED).addFailureException(new IllegalStateException("a partition failed"));

        assertThat(Failures.outsideBatches(execution)).isEmpty();
    }

    private StepExecution step(String name, BatchStatus status) {
        StepExecution step = new StepExecution(execution.getStepExecutions().size() + 1, name, execution);
        step.setStatus(status);
        execution.addStepExecution(step);
        return step;
    }
}
