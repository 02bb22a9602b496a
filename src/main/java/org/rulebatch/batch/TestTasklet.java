package org.rulebatch.batch;

import java.io.IOException;
import java.util.Iterator;
import org.rulebatch.batch.step.Run;
import org.rulebatch.report.RunStatus;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Tests one batch a call; which one was the last is committed, so that a restart goes on after it. */
final class TestTasklet implements Tasklet {

    private static final String TESTED = "tested";

    private final Run run;
    private final RuleTests tests;

    TestTasklet(Run run, RuleTests tests) {
        this.run = run;
        this.tests = tests;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunkContext) throws IOException {
        StepExecution step = contribution.getStepExecution();
        run.metadata().status(RunStatus.TESTING);
        if (tests.isStopped()) {
            step.setTerminateOnly();
            return RepeatStatus.CONTINUABLE;
        }
        ExecutionContext context = step.getExecutionContext();
        Iterator<Integer> open = run.plan().batches().stream()
                .filter(number -> number > context.getInt(TESTED, 0))
                .iterator();
        if (open.hasNext()) {
            int number = open.next();
            tests.test(number);
            context.putInt(TESTED, number);
        }
        return RepeatStatus.continueIf(open.hasNext());
    }
}
