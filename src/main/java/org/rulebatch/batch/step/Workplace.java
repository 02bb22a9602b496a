package org.rulebatch.batch.step;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.rulebatch.batch.replies.SharedQuota;
import org.rulebatch.batch.repository.AlreadyRunningException;
import org.rulebatch.batch.repository.BatchTable;
import org.rulebatch.batch.repository.Lease;
import org.rulebatch.batch.repository.Owner;
import org.rulebatch.batch.repository.RepositoryContext;
import org.rulebatch.batch.repository.RepositoryException;
import org.rulebatch.batch.repository.RepositorySettings;
import org.rulebatch.batch.repository.RunTable;
import org.rulebatch.batch.repository.StateKeeper;
import org.rulebatch.batch.repository.StopSignal;
import org.rulebatch.generate.llm.pace.Quota;
import org.rulebatch.store.OutputFolder;
import org.rulebatch.store.OutputId;
import org.rulebatch.store.RunFolder;

/** An output folder with its job repository, open and held by this process alone. */
public final class Workplace implements AutoCloseable {

    private final OutputFolder output;
    private final String outputId;
    private final StopSignal stop;
    private final RepositoryContext repository;
    private final Lease lease;
    private final Optional<StateKeeper> state;
    private final boolean isShared;

    private Workplace(
            OutputFolder output,
            String outputId,
            StopSignal stop,
            RepositoryContext repository,
            Lease lease,
            Optional<StateKeeper> state,
            boolean isShared) {
        this.output = output;
        this.outputId = outputId;
        this.stop = stop;
        this.repository = repository;
        this.lease = lease;
        this.state = state;
        this.isShared = isShared;
    }

    /**
     * Opens the repository and takes the lease.
     *
     * @param stop signalled when the run of this process has to end
     * @throws AlreadyRunningException if another process works on the folder
     * @throws RepositoryException if the repository cannot be opened
     */
    public static Workplace open(OutputFolder output, RepositorySettings settings, StopSignal stop) {
        String outputId = OutputId.of(output);
        RepositoryContext repository = RepositoryContext.open(settings);
        try {
            Lease lease = Lease.acquire(repository.jdbc(), outputId, Owner.thisProcess(), stop);
            return held(output, outputId, settings, stop, repository, lease);
        } catch (RuntimeException e) {
            repository.close();
            throw e;
        }
    }

    private static Workplace held(
            OutputFolder output,
            String outputId,
            RepositorySettings settings,
            StopSignal stop,
            RepositoryContext repository,
            Lease lease) {
        try {
            Optional<StateKeeper> state = StateKeeper.start(settings, repository.jdbc(), outputId, lease, stop);
            Workplace place = new Workplace(output, outputId, stop, repository, lease, state, settings.isShared());
            return settings.isShared() ? place.takeBack() : place;
        } catch (RuntimeException e) {
            lease.close();
            throw e;
        }
    }

    /** Ends what workers still do for a manager that is gone, and brings home what they have committed. */
    private Workplace takeBack() {
        try {
            partitions().takeAllBack();
            RunArrivals.takeAll(repository.jdbc(), output, outputId);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("the results of workers cannot be written to " + output.path(), e);
        }
    }

    public OutputFolder output() {
        return output;
    }

    public String outputId() {
        return outputId;
    }

    public StopSignal stop() {
        return stop;
    }

    public RepositoryContext repository() {
        return repository;
    }

    public Lease lease() {
        return lease;
    }

    public PartitionTasks partitions() {
        return new PartitionTasks(repository.jdbc(), outputId);
    }

    /** What may be asked of a model: by all who share the repository, where others can reach it. */
    public Quota quota() {
        return isShared ? new SharedQuota(repository.jdbc()) : Quota.ofThisProcess();
    }

    public FileTable files(RunFolder run) {
        return new FileTable(repository.jdbc(), outputId, run.runId());
    }

    public RunTable runs() {
        return new RunTable(repository.jdbc(), outputId);
    }

    public BatchTable batches() {
        return new BatchTable(repository.jdbc(), outputId);
    }

    /** Says that runs are about to be removed. */
    public void forgetRuns() {
        state.ifPresent(StateKeeper::forget);
    }

    @Override
    public void close() {
        lease.close();
        state.ifPresentOrElse(keeper -> keeper.close(repository), repository::close);
    }
}
