package org.rulebatch.batch;

import java.io.IOException;
import java.util.Optional;
import org.rulebatch.batch.repository.StopSignal;
import org.rulebatch.batch.step.Run;
import org.rulebatch.report.FinalReport;
import org.rulebatch.report.RunStatus;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Writes the summary once all batches have ended. A stop that is asked for before leaves it to the restart; one that comes while
 * it is written lets it be finished. A run whose model was of no use ends here once, as failed; a restart takes its answers as
 * they are.
 */
final class SummarizeTasklet implements Tasklet {

    /** In the context of the step, where a restart finds it. */
    private static final String SAID = "model.problem";

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
        FinalReport report = summarizer.summarize();
        Optional<String> problem = report.usage().flatMap(used -> used.quality().problem());
        if (problem.isEmpty() || step.getExecutionContext().containsKey(SAID)) {
            return RepeatStatus.FINISHED;
        }
        step.getExecutionContext().putString(SAID, problem.get());
        stop.halt(problem.get() + ". A restart completes the run with these answers; another model needs a new run:"
                + " --fresh --llm.model=<name>");
        step.setTerminateOnly();
        return RepeatStatus.CONTINUABLE;
    }
}
