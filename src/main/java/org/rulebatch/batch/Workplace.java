package org.rulebatch.batch;

import org.rulebatch.store.OutputFolder;
import org.rulebatch.store.OutputId;

/** An output folder with its job repository, open and held by this process alone. */
public final class Workplace implements AutoCloseable {

    private final OutputFolder output;
    private final String outputId;
    private final StopSignal stop;
    private final RepositoryContext repository;
    private final Lease lease;

    private Workplace(
            OutputFolder output, String outputId, StopSignal stop, RepositoryContext repository, Lease lease) {
        this.output = output;
        this.outputId = outputId;
        this.stop = stop;
        this.repository = repository;
        this.lease = lease;
    }

    /**
     * Opens the repository and takes the lease.
     *
     * @param stop is told when the run of this process has to end
     * @throws AlreadyRunningException if another process works on the folder
     * @throws RepositoryException if the repository cannot be opened
     */
    public static Workplace open(OutputFolder output, RepositorySettings settings, StopSignal stop) {
        String outputId = OutputId.of(output);
        RepositoryContext repository = RepositoryContext.open(settings);
        try {
            Lease lease = Lease.acquire(repository.jdbc(), outputId, Owner.thisProcess(), stop);
            return new Workplace(output, outputId, stop, repository, lease);
        } catch (RuntimeException e) {
            repository.close();
            throw e;
        }
    }

    OutputFolder output() {
        return output;
    }

    String outputId() {
        return outputId;
    }

    StopSignal stop() {
        return stop;
    }

    RepositoryContext repository() {
        return repository;
    }

    Lease lease() {
        return lease;
    }

    RunTable runs() {
        return new RunTable(repository.jdbc(), outputId);
    }

    BatchTable batches() {
        return new BatchTable(repository.jdbc(), outputId);
    }

    @Override
    public void close() {
        lease.close();
        repository.close();
    }
}
