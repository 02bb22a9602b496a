package org.rulebatch.batch;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.rulebatch.batch.step.Progress;
import org.rulebatch.generate.llm.cost.ModelUsage;
import org.rulebatch.report.Counts;

/** Keeps what it is told, a line an event. */
final class ProgressLog implements Progress {

    final List<String> events = new CopyOnWriteArrayList<>();

    volatile Runnable whenBatchIsDone = () -> {};

    @Override
    public void reads(int services) {
        events.add("reads " + services);
    }

    @Override
    public void says(String line) {
        events.add("says " + line);
    }

    @Override
    public void begins(int batches, int services, int rules, Supplier<Optional<ModelUsage>> usage) {
        events.add("begins " + batches + " " + services + " " + rules);
    }

    @Override
    public void batchStarted(int batch, List<String> services) {
        events.add("started " + batch + " " + services);
    }

    @Override
    public void serviceDone(String service, Counts counts) {
        events.add("service " + service + " " + counts.total());
    }

    @Override
    public void batchDone(int batch) {
        events.add("done " + batch);
        whenBatchIsDone.run();
    }

    @Override
    public void batchTested(int batch, String result) {
        events.add("tested " + batch + " " + result);
    }

    @Override
    public void batchFailed(int batch, String error) {
        events.add("failed " + batch);
    }

    @Override
    public void waitsForWorkers(int batches) {
        events.add("waits " + batches);
    }
}
