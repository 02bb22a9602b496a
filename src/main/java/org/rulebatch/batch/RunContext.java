package org.rulebatch.batch;

import org.rulebatch.batch.remote.RemotePartitionHandler;
import org.rulebatch.batch.repository.BatchTable;
import org.rulebatch.batch.repository.Lease;
import org.rulebatch.batch.repository.StopSignal;
import org.rulebatch.batch.step.Progress;
import org.rulebatch.batch.step.Run;
import org.rulebatch.batch.step.Workplace;
import org.rulebatch.engine.testing.RuleTester;
import org.rulebatch.pipeline.ServicePipeline;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.scope.StepScope;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The beans of one run, on top of the repository's. */
final class RunContext implements AutoCloseable {

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    RunContext(Workplace place, Run run, RunSettings settings, ServicePipeline pipeline, Progress progress) {
        context.setParent(place.repository().spring());
        context.registerBean(BatchTable.class, place::batches);
        context.registerBean(StopSignal.class, place::stop);
        context.registerBean(Run.class, () -> run);
        context.registerBean(RunSettings.class, () -> settings);
        context.registerBean(Progress.class, () -> progress);
        context.registerBean(ServicePipeline.class, () -> pipeline);
        RuleTester tester = settings.tester();
        if (tester != null) {
            context.registerBean(RuleTests.class, () -> new RuleTests(run, tester, place.stop(), progress));
        }
        if (settings.isRemote()) {
            context.registerBean(RemotePartitionHandler.class, () -> new RemotePartitionHandler(place, run, progress));
        }
        context.registerBean(Lease.class, place::lease);
        context.registerBean(StepScope.class, () -> new StepScope());
        context.register(GenerateRulesJob.class);
        context.refresh();
    }

    Job job() {
        return context.getBean(Job.class);
    }

    Summarizer summarizer() {
        return context.getBean(Summarizer.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
