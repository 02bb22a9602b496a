package org.rulebatch.batch.remote;

import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rulebatch.batch.repository.Lease;
import org.rulebatch.batch.repository.Owner;
import org.rulebatch.batch.repository.RepositoryContext;
import org.rulebatch.batch.repository.StopSignal;
import org.rulebatch.batch.step.OutputStore;
import org.rulebatch.batch.step.PartitionTable;
import org.rulebatch.store.InputException;
import org.rulebatch.store.OutputFolder;
import org.rulebatch.store.OutputId;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * Works on partitions that managers on this or other machines hand out over the repository. It holds as many at once as it is
 * told, and goes on until it is stopped or finds nothing to do.
 */
public final class Worker {

    private static final long LOOK_EVERY_MS = 500;

    private final RepositoryContext repository;
    private final PipelineFactory pipelines;
    private final Settings settings;
    private final StopSignal stop;
    private final Consumer<String> say;
    private final PartitionTable table;
    private final Owner owner = Owner.thisProcess();
    private final Set<Long> refused = ConcurrentHashMap.newKeySet();
    private final AtomicInteger ended = new AtomicInteger();
    private final Semaphore free;
    private volatile long lastWork = System.nanoTime();
    private volatile String broken = "";

    /**
     * How a worker works.
     *
     * @param shared the output folder of managers that use {@link OutputStore#FS}; others need none
     * @param atOnce partitions
     * @param idle after so long without work it ends; null for never
     */
    public record Settings(
            OutputFolder shared, int atOnce, @Nullable Duration idle, ObservationRegistry observations) {}

    /**
     * How a worker ended.
     *
     * @param partitions brought to an end
     * @param refused whether there were runs that it is not made for
     * @param broken why it could not go on, or empty
     */
    public record Result(int partitions, boolean refused, String broken) {}

    /** @param say is told, a line each, what it works on */
    public Worker(
            RepositoryContext repository,
            PipelineFactory pipelines,
            Settings settings,
            StopSignal stop,
            Consumer<String> say) {
        this.repository = repository;
        this.pipelines = pipelines;
        this.settings = settings;
        this.stop = stop;
        this.say = say;
        this.table = new PartitionTable(repository.jdbc(), Lease.EXPIRY);
        this.free = new Semaphore(settings.atOnce());
    }

    /** Works until it is stopped or has been idle for long enough. */
    public Result work() throws InterruptedException {
        ExecutorService services = Executors.newCachedThreadPool(daemons("service-"));
        ExecutorService batches = Executors.newFixedThreadPool(settings.atOnce(), daemons("batch-"));
        try (Claims claims = new Claims(table, Lease.EXPIRY);
                RunPipelines runs = new RunPipelines(pipelines, repository.jdbc())) {
            claimUntilTheEnd(new Lane(repository, settings, table, claims, runs, services), batches);
            claims.stopAll(stop.reason());
            batches.shutdown();
            batches.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
        } finally {
            services.shutdownNow();
        }
        return new Result(ended.get(), !refused.isEmpty(), broken);
    }

    private void claimUntilTheEnd(Lane lane, ExecutorService batches) throws InterruptedException {
        while (!stop.isRequested() && !isIdle()) {
            if (!free.tryAcquire(LOOK_EVERY_MS, TimeUnit.MILLISECONDS)) {
                continue;
            }
            boolean isFirst = free.availablePermits() + 1 == settings.atOnce();
            Optional<PartitionTable.Claim> claim = claim();
            claim.ifPresentOrElse(partition -> batches.execute(() -> work(lane, partition)), free::release);
            if (claim.isEmpty() || isFirst) {
                // Workers that hold nothing are let go first, so that the largest batches of a run go to different
                // ones.
                Thread.sleep(LOOK_EVERY_MS);
            }
        }
    }

    private static CustomizableThreadFactory daemons(String prefix) {
        CustomizableThreadFactory threads = new CustomizableThreadFactory(prefix);
        threads.setDaemon(true);
        return threads;
    }

    private boolean isIdle() {
        Duration idle = settings.idle();
        return idle != null
                && free.availablePermits() == settings.atOnce()
                && System.nanoTime() - lastWork > idle.toNanos();
    }

    /** A database that is away is waited for. */
    private Optional<PartitionTable.Claim> claim() throws InterruptedException {
        try {
            return table.claim(owner, OutputId.known(settings.shared()).orElse(""), refused);
        } catch (DataAccessException e) {
            Thread.sleep(LOOK_EVERY_MS);
            return Optional.empty();
        } catch (RuntimeException e) {
            broken = "what a manager has written cannot be read: " + e.getMessage();
            say.accept(broken);
            stop.request(broken);
            return Optional.empty();
        }
    }

    private void work(Lane lane, PartitionTable.Claim claim) {
        String what =
                "batch " + claim.work().batch() + " of run " + claim.work().runId();
        say.accept(what + ": " + String.join(", ", claim.work().services()));
        try {
            Lane.End end = lane.work(claim, stop);
            say.accept(what + " " + end.text());
            if (end.isFinal()) {
                ended.incrementAndGet();
            }
            if (end.isBroken()) {
                broken = end.text();
                stop.request(broken);
            }
        } catch (InputException e) {
            refused.add(claim.jobId());
            say.accept(what + " is left to other workers: " + e.getMessage());
        } finally {
            lastWork = System.nanoTime();
            free.release();
        }
    }
}
