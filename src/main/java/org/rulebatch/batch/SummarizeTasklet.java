package org.rulebatch.batch;

import java.io.IOException;
import org.rulebatch.batch.step.Run;
import org.rulebatch.report.RunStatus;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Writes the summary once all batches have ended well. */
final class SummarizeTasklet implements Tasklet {

    private final Run run;
    private final Summarizer summarizer;

    SummarizeTasklet(Run run, Summarizer summarizer) {
        this.run = run;
        this.summarizer = summarizer;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunkContext) throws IOException {
        run.metadata().status(RunStatus.SUMMARIZING);
        summarizer.summarize();
        return RepeatStatus.FINISHED;
    }
}
