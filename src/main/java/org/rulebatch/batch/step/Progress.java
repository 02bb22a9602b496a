package org.rulebatch.batch.step;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.rulebatch.generate.llm.cost.ModelUsage;
import org.rulebatch.report.Counts;

/** Receives the progress of a run, from several threads at once; what an earlier attempt did is reported again. */
public interface Progress {

    /** The rules are being read and kept for the run; so many services have been. */
    void reads(int services);

    /** Says something about the run that people should know before it begins. */
    void says(String line);

    /**
     * The run begins, or goes on.
     *
     * @param batches of the whole run
     * @param services that are to be worked on now
     * @param rules usable ones of these services
     * @param usage what has been used of a model so far; empty where none is asked
     */
    void begins(int batches, int services, int rules, Supplier<Optional<ModelUsage>> usage);

    void batchStarted(int batch, List<String> services);

    void serviceDone(String service, Counts counts);

    void batchDone(int batch);

    void batchFailed(int batch, String error);

    /** @param result what came of its rules, in a few words */
    void batchTested(int batch, String result);

    /** The run's batches are for workers on other machines, and for some time none has been at work. */
    void waitsForWorkers(int batches);
}
