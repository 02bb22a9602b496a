package org.rulebatch.batch.remote;

import com.github.kagkarlsson.scheduler.CurrentlyExecuting;
import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.task.Execution;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.rulebatch.batch.replies.ReplyTable;
import org.rulebatch.batch.repository.Lease;
import org.rulebatch.batch.repository.LeaseTable;
import org.rulebatch.batch.repository.RepositoryContext;
import org.rulebatch.batch.repository.RepositoryException;
import org.rulebatch.batch.repository.RepositoryPatience;
import org.rulebatch.batch.repository.StopSignal;
import org.rulebatch.batch.step.Failures;
import org.rulebatch.batch.step.PartitionLostException;
import org.rulebatch.batch.step.PartitionTasks;
import org.rulebatch.files.IoReason;
import org.rulebatch.pipeline.LogContext;
import org.rulebatch.pipeline.ServicePipeline;
import org.rulebatch.store.InputException;
import org.rulebatch.store.RunFolder;
import org.slf4j.MDC;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.TransactionException;

/** Takes one partition of a worker from its task to its end, and says what becomes of the task. */
final class PartitionWorker extends AbstractSchedulerListener {

    /** For another worker, which is made for the run. */
    private static final Duration REFUSED = Duration.ofSeconds(5);

    private final RepositoryContext repository;
    private final Worker.Settings settings;
    private final RunPipelines runs;
    private final ExecutorService threads;
    private final Map<String, StopSignal> held = new ConcurrentHashMap<>();
    private final Set<ReplyTable.Attempt> refused = ConcurrentHashMap.newKeySet();

    /** What becomes of a partition's task. */
    sealed interface End {
        /** For people; empty if there is nothing to say. */
        String text();

        /** It is done with: the partition's manager takes it from here. */
        record Finished(String text) implements End {}

        /** Another worker takes it, after so long. */
        record GivenBack(String text, Duration in) implements End {}

        /**
         * Another worker takes it, unless too many could not end it.
         *
         * @param isBroken whether this worker cannot go on
         */
        record Died(String text, boolean isBroken) implements End {}
    }

    PartitionWorker(
            RepositoryContext repository, Worker.Settings settings, RunPipelines runs, ExecutorService threads) {
        this.repository = repository;
        this.settings = settings;
        this.runs = runs;
        this.threads = threads;
    }

    boolean hasRefused() {
        return !refused.isEmpty();
    }

    /** Asks all partitions to end. */
    void stopAll(String why) {
        held.values().forEach(stop -> stop.request(why));
    }

    /** A heartbeat fails where the task is no longer this worker's; where the database is away, the next may succeed. */
    @Override
    public void onExecutionFailedHeartbeat(CurrentlyExecuting executing) {
        Execution execution = executing.getExecution();
        StopSignal stop = held.get(execution.getId());
        try {
            if (stop != null && !PartitionTasks.isHeld(repository.jdbc(), execution)) {
                stop.request("the run is stopped, or the batch was given to another worker");
            }
        } catch (DataAccessException e) {
            return;
        }
    }

    /**
     * Whether this worker can work for the run of a partition, as far as is known; if not, what becomes of the task.
     *
     * @return null if it can
     */
    @Nullable
    End notNow(PartitionTasks.Work work) {
        if (refused.contains(RunPipelines.attempt(work))) {
            return new End.GivenBack("", REFUSED);
        }
        LeaseTable lease = new LeaseTable(repository.jdbc(), work.outputId(), Lease.EXPIRY);
        return lease.isHeldBy(work.manager()) ? null : new End.GivenBack("", Lease.EXPIRY);
    }

    /**
     * Works on a partition.
     *
     * @param task tells it from the others that this worker holds
     * @param worker the worker's own end
     */
    End work(String task, PartitionTasks.Work work, StopSignal worker) {
        StopSignal stop = new StopSignal();
        held.put(task, stop);
        if (worker.isRequested()) {
            stop.request(worker.reason());
        }
        try {
            ServicePipeline pipeline = runs.acquire(work);
            try {
                return ended(step(work, stop, pipeline), worker);
            } finally {
                runs.release(work, !stop.halted().isEmpty());
            }
        } catch (InputException e) {
            refused.add(RunPipelines.attempt(work));
            return new End.GivenBack("is left to other workers: " + e.getMessage(), REFUSED);
        } catch (Exception e) {
            return failed(e);
        } finally {
            held.remove(task);
        }
    }

    private StepExecution step(PartitionTasks.Work work, StopSignal stop, ServicePipeline pipeline) throws Exception {
        Path folder = Files.createTempDirectory("rule-batch-");
        RunFolder scratch = new RunFolder(folder.resolve(work.runId()));
        MDC.put(LogContext.RUN, work.runId());
        MDC.put(LogContext.BATCH, Integer.toString(work.batch()));
        try {
            return new PartitionWork(repository, work, scratch, stop, settings.observations()).run(pipeline, threads);
        } finally {
            MDC.clear();
            new RunFolder(folder).delete();
        }
    }

    private static End ended(StepExecution step, StopSignal worker) {
        List<Throwable> failures = step.getFailureExceptions();
        Optional<Throwable> ours =
                failures.stream().filter(PartitionWorker::isOurs).findFirst();
        if (ours.isPresent()) {
            return failed(ours.get());
        }
        boolean stopped = step.getStatus() != BatchStatus.COMPLETED && step.getStatus() != BatchStatus.FAILED;
        if (stopped && worker.isRequested()) {
            return new End.GivenBack("is given back", Duration.ZERO);
        }
        String error = failures.isEmpty() || stopped ? "" : ": " + Failures.of(step);
        return new End.Finished("is " + step.getStatus().name().toLowerCase(Locale.ROOT) + error);
    }

    /** What breaks a partition because of where it was worked on, and not of what it is. */
    private static boolean isOurs(Throwable failure) {
        return IoReason.of(failure).isPresent() || isLost(failure) || isRepository(failure);
    }

    private static End failed(Throwable failure) {
        if (isLost(failure)) {
            return new End.GivenBack("was given to another worker", Duration.ZERO);
        }
        if (isRepository(failure)) {
            String why = RepositoryException.in(failure)
                    .map(RuntimeException::getMessage)
                    .orElse(failure.toString());
            return new End.GivenBack("is given back: " + why, Duration.ZERO);
        }
        Optional<String> disk = IoReason.of(failure);
        return new End.Died("is given back: " + disk.orElse(failure.toString()), disk.isPresent());
    }

    private static boolean isLost(Throwable failure) {
        return caused(failure, PartitionLostException.class)
                || caused(failure, OptimisticLockingFailureException.class);
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
