package org.rulebatch.batch;

import java.io.IOException;
import org.rulebatch.batch.repository.StopSignal;
import org.rulebatch.batch.step.Run;
import org.rulebatch.generate.RunHaltedException;
import org.rulebatch.generate.llm.bulk.ModelBatches;
import org.rulebatch.pipeline.ServicePipeline;
import org.rulebatch.store.FrozenRules;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Asks a model in batches: fetches what has come, and submits what is still to be asked. While something is under way the run is
 * stopped, to be resumed later; when all is answered it continues.
 */
final class AskTasklet implements Tasklet {

    private final Run run;
    private final ServicePipeline pipeline;
    private final ModelBatches batches;
    private final StopSignal stop;

    AskTasklet(Run run, ServicePipeline pipeline, ModelBatches batches, StopSignal stop) {
        this.run = run;
        this.pipeline = pipeline;
        this.batches = batches;
        this.stop = stop;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunkContext) throws IOException {
        try {
            batches.collect().ifPresent(stop::untilLater);
            if (!stop.isRequested()) {
                ask();
            }
            if (!stop.isRequested()) {
                batches.submit().ifPresent(stop::untilLater);
            }
        } catch (RunHaltedException e) {
            stop.halt(String.valueOf(e.getMessage()));
            throw e;
        }
        if (stop.isRequested()) {
            contribution.getStepExecution().setTerminateOnly();
        }
        return RepeatStatus.continueIf(stop.isRequested());
    }

    private void ask() throws IOException {
        FrozenRules rules = new FrozenRules(run.folder());
        for (int batch : run.plan().batches()) {
            if (run.isOpen(batch)) {
                for (String service : run.plan().services(batch)) {
                    if (stop.isRequested()) {
                        return;
                    }
                    pipeline.ask(rules.of(service));
                }
            }
        }
    }
}
