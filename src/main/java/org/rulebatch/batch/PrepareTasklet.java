package org.rulebatch.batch;

import java.io.IOException;
import org.rulebatch.batch.repository.BatchTable;
import org.rulebatch.batch.repository.Lease;
import org.rulebatch.batch.step.Run;
import org.rulebatch.report.OutputOwner;
import org.rulebatch.report.RunStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Makes the output folder this run's, at its start and at every restart. The input was frozen before the job began. */
final class PrepareTasklet implements Tasklet {

    private final Run run;
    private final BatchTable table;
    private final Lease lease;

    PrepareTasklet(Run run, BatchTable table, Lease lease) {
        this.run = run;
        this.table = table;
        this.lease = lease;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunkContext) throws IOException {
        lease.showRun();
        JobExecution job = contribution.getStepExecution().getJobExecution();
        run.metadata().launched(job.getJobInstanceId(), job.getId());
        OutputOwner owner = new OutputOwner(run.output(), run.folder(), run.manifest());
        owner.show(table.completed(run.folder().runId()));
        run.metadata().status(RunStatus.PROCESSING);
        return RepeatStatus.FINISHED;
    }
}
