package org.rulebatch.batch.step;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.rulebatch.batch.repository.BatchTable;
import org.rulebatch.batch.repository.Partitions;
import org.rulebatch.batch.repository.StopSignal;
import org.rulebatch.pipeline.LogContext;
import org.rulebatch.report.ServiceRecord;
import org.slf4j.MDC;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/** Opens the folder of a batch when it starts, and says how it has ended. */
public final class BatchListener implements StepExecutionListener {

    private final Run run;
    private final StopSignal stop;
    private final Progress progress;

    public BatchListener(Run run, StopSignal stop, Progress progress) {
        this.run = run;
        this.stop = stop;
        this.progress = progress;
    }

    @Override
    public void beforeStep(StepExecution step) {
        if (stop.isRequested()) {
            return;
        }
        int number = Partitions.number(step);
        MDC.put(LogContext.RUN, run.folder().runId());
        MDC.put(LogContext.BATCH, Integer.toString(number));
        step.getExecutionContext().remove(BatchTable.ERROR);
        try {
            run.batchFolder(number).open();
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of batch " + number + " cannot be written", e);
        }
        run.metadata().batchStarted(number);
        progress.batchStarted(number, run.plan().services(number));
        doneBefore(step, number);
    }

    /** What an earlier attempt at the batch has committed. */
    private void doneBefore(StepExecution step, int number) {
        int done = ServiceReader.done(step.getExecutionContext());
        for (String service : run.plan().services(number).subList(0, done)) {
            try {
                progress.serviceDone(
                        service,
                        ServiceRecord.read(run.folder().record(service)).counts());
            } catch (IOException e) {
                throw new UncheckedIOException("the record of " + service + " cannot be read", e);
            }
        }
    }

    @Override
    public @Nullable ExitStatus afterStep(StepExecution step) {
        int number = Partitions.number(step);
        if (step.getStatus() == BatchStatus.COMPLETED) {
            run.metadata().batchCompleted(number);
            progress.batchDone(number);
        } else if (step.getStatus() == BatchStatus.FAILED) {
            run.metadata().batchFailed(number);
            String error = step.getFailureExceptions().isEmpty()
                    ? step.getExecutionContext().getString(BatchTable.ERROR, "for an unknown reason")
                    : Failures.of(step);
            step.getExecutionContext().putString(BatchTable.ERROR, error);
            progress.batchFailed(number, error);
        }
        MDC.remove(LogContext.RUN);
        MDC.remove(LogContext.BATCH);
        return null;
    }
}
