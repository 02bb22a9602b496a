package org.rulebatch.batch;

import java.io.IOException;
import org.rulebatch.batch.repository.StopSignal;
import org.rulebatch.batch.step.Run;
import org.rulebatch.report.RunStatus;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Writes the summary once all batches have ended. A stop that is asked for before leaves it to the restart; one that comes while
 * it is written lets it be finished.
 */
final class SummarizeTasklet implements Tasklet {

    private final Run run;
    private final Summarizer summarizer;
    private final StopSignal stop;

    SummarizeTasklet(Run run, Summarizer summarizer, StopSignal stop) {
        this.run = run;
        this.summarizer = summarizer;
        this.stop = stop;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunkContext) throws IOException {
        StepExecution step = contribution.getStepExecution();
        if (stop.isRequested()) {
            step.setTerminateOnly();
            return RepeatStatus.CONTINUABLE;
        }
        if (!summarizer.isAboutAll()) {
            return RepeatStatus.FINISHED;
        }
        run.metadata().status(RunStatus.SUMMARIZING);
        summarizer.summarize();
        return RepeatStatus.FINISHED;
    }
}
