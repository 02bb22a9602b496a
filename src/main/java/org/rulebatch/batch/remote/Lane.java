package org.rulebatch.batch.remote;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.rulebatch.batch.repository.RepositoryContext;
import org.rulebatch.batch.repository.RepositoryException;
import org.rulebatch.batch.repository.RepositoryPatience;
import org.rulebatch.batch.repository.StopSignal;
import org.rulebatch.batch.step.Failures;
import org.rulebatch.batch.step.FileTable;
import org.rulebatch.batch.step.OutputStore;
import org.rulebatch.batch.step.PartitionLostException;
import org.rulebatch.batch.step.PartitionTable;
import org.rulebatch.batch.step.RunFiles;
import org.rulebatch.files.IoReason;
import org.rulebatch.pipeline.LogContext;
import org.rulebatch.pipeline.ServicePipeline;
import org.rulebatch.store.InputException;
import org.rulebatch.store.RunFolder;
import org.slf4j.MDC;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Takes one partition of a worker from its claim to its end, or gives it back. */
final class Lane {

    private final RepositoryContext repository;
    private final Worker.Settings settings;
    private final PartitionTable table;
    private final Claims claims;
    private final RunPipelines runs;
    private final ExecutorService threads;

    /**
     * How it ended for this worker.
     *
     * @param isFinal whether the partition's manager takes it from here
     * @param isBroken whether this worker cannot go on
     */
    record End(String text, boolean isFinal, boolean isBroken) {}

    Lane(
            RepositoryContext repository,
            Worker.Settings settings,
            PartitionTable table,
            Claims claims,
            RunPipelines runs,
            ExecutorService threads) {
        this.repository = repository;
        this.settings = settings;
        this.table = table;
        this.claims = claims;
        this.runs = runs;
        this.threads = threads;
    }

    /**
     * Works on a partition.
     *
     * @param worker the worker's own end
     * @throws InputException if this worker is not made for the run; the partition is given back
     */
    End work(PartitionTable.Claim claim, StopSignal worker) {
        StopSignal stop = claims.hold(claim.token());
        if (worker.isRequested()) {
            stop.request(worker.reason());
        }
        try {
            ServicePipeline pipeline = runs.acquire(claim);
            try {
                return ended(claim, stop, worker, step(claim, stop, pipeline));
            } finally {
                runs.release(claim, !stop.halted().isEmpty());
            }
        } catch (InputException e) {
            giveBack(claim, false);
            throw e;
        } catch (Exception e) {
            return failed(claim, e);
        } finally {
            claims.drop(claim.token());
        }
    }

    private StepExecution step(PartitionTable.Claim claim, StopSignal stop, ServicePipeline pipeline) throws Exception {
        Path folder = Files.createTempDirectory("rule-batch-");
        RunFolder scratch = new RunFolder(folder.resolve(claim.work().runId()));
        MDC.put(LogContext.RUN, claim.work().runId());
        MDC.put(LogContext.BATCH, Integer.toString(claim.work().batch()));
        try {
            Fence fence = new Fence(table, claim, repository.transactions());
            PartitionWork work =
                    new PartitionWork(table, claim, files(claim), scratch, fence, stop, settings.observations());
            return work.run(repository.repository(), pipeline, threads);
        } finally {
            MDC.clear();
            new RunFolder(folder).delete();
        }
    }

    private RunFiles files(PartitionTable.Claim claim) {
        String runId = claim.work().runId();
        return claim.store() == OutputStore.FS
                ? RunFiles.in(settings.shared().run(runId))
                : new FileTable(repository.jdbc(), claim.outputId(), runId);
    }

    private End ended(PartitionTable.Claim claim, StopSignal stop, StopSignal worker, StepExecution step) {
        List<Throwable> failures = step.getFailureExceptions();
        Optional<Throwable> ours =
                failures.stream().filter(each -> isOurs(each)).findFirst();
        if (ours.isPresent()) {
            return failed(claim, ours.get());
        }
        boolean stopped = step.getStatus() != BatchStatus.COMPLETED && step.getStatus() != BatchStatus.FAILED;
        if (stopped && (worker.isRequested() || stop.cause() == StopSignal.Cause.REPOSITORY_GONE)) {
            return giveBack(claim, false);
        }
        claims.drop(claim.token());
        table.ended(claim, stop.halted());
        String error = failures.isEmpty() || stopped ? "" : ": " + Failures.of(step);
        return new End("is " + step.getStatus().name().toLowerCase(Locale.ROOT) + error, true, false);
    }

    /** What breaks a partition because of where it was worked on, and not of what it is. */
    private static boolean isOurs(Throwable failure) {
        return IoReason.of(failure).isPresent() || isLost(failure) || isRepository(failure);
    }

    private End failed(PartitionTable.Claim claim, Throwable failure) {
        if (isLost(failure)) {
            return new End("was given to another worker", false, false);
        }
        Optional<String> disk = isRepository(failure) ? Optional.empty() : IoReason.of(failure);
        End end = giveBack(claim, !isRepository(failure));
        String why = disk.orElseGet(() -> RepositoryException.in(failure)
                .map(RuntimeException::getMessage)
                .orElse(failure.toString()));
        return new End(end.text() + ": " + why, false, disk.isPresent());
    }

    /** A lease that cannot be given back ends by itself. */
    private End giveBack(PartitionTable.Claim claim, boolean died) {
        claims.drop(claim.token());
        try {
            table.release(claim.stepId(), claim.token(), died);
        } catch (DataAccessException e) {
            return new End("is left to its manager, who cannot be told", false, false);
        }
        return new End("is given back", false, false);
    }

    private static boolean isLost(Throwable failure) {
        return caused(failure, PartitionLostException.class);
    }

    private static boolean isRepository(Throwable failure) {
        return caused(failure, DataAccessException.class)
                || caused(failure, TransactionException.class)
                || RepositoryPatience.isAway(failure);
    }

    private static boolean caused(Throwable failure, Class<? extends Throwable> kind) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (kind.isInstance(at)) {
                return true;
            }
        }
        return false;
    }
}
