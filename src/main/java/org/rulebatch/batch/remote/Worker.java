package org.rulebatch.batch.remote;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rulebatch.batch.repository.Owner;
import org.rulebatch.batch.repository.RepositoryContext;
import org.rulebatch.batch.repository.StopSignal;
import org.rulebatch.batch.step.PartitionTasks;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * Works on partitions that managers on this or other machines hand out over the repository. It holds as many at once as it is
 * told, and goes on until it is stopped or finds nothing to do. Who takes which partition, heartbeats, and what becomes of the
 * partitions of workers that are gone are db-scheduler's.
 */
public final class Worker {

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final Duration BEAT_EVERY = Duration.ofSeconds(1);

    private final RepositoryContext repository;
    private final PipelineFactory pipelines;
    private final Settings settings;
    private final StopSignal stop;
    private final Consumer<String> say;
    private final AtomicInteger ended = new AtomicInteger();
    private volatile long lastWork = System.nanoTime();
    private volatile String broken = "";

    /**
     * How a worker works.
     *
     * @param atOnce partitions
     * @param idle after so long without work it ends; null for never
     */
    public record Settings(int atOnce, @Nullable Duration idle, ObservationRegistry observations) {}

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
    }

    /** Works until it is stopped or has been idle for long enough. */
    public Result work() throws InterruptedException {
        ExecutorService services = Executors.newCachedThreadPool(daemons("service-"));
        try (RunPipelines runs = new RunPipelines(pipelines, repository.jdbc())) {
            PartitionWorker partitionWorker = new PartitionWorker(repository, settings, runs, services);
            Scheduler scheduler = scheduler(partitionWorker);
            scheduler.start();
            try {
                while (!stop.isRequested() && !isIdle(scheduler)) {
                    Thread.sleep(LOOK_EVERY.toMillis());
                }
            } finally {
                scheduler.pause();
                partitionWorker.stopAll(stop.reason());
                scheduler.stop();
            }
            return new Result(ended.get(), partitionWorker.hasRefused(), broken);
        } finally {
            services.shutdownNow();
        }
    }

    private Scheduler scheduler(PartitionWorker partitionWorker) {
        DeadPartitions dead = new DeadPartitions(repository);
        var task = Tasks.custom(PartitionTasks.TASK)
                .onFailure(dead::handle)
                .onDeadExecution(dead::handle)
                .execute((partition, context) -> work(partitionWorker, dead, partition));
        int beats = (int) PartitionTasks.EXPIRY.dividedBy(BEAT_EVERY);
        return Scheduler.create(Objects.requireNonNull(repository.jdbc().getDataSource()), task)
                .tableName(PartitionTasks.TABLE)
                .serializer(PartitionTasks.JSON)
                .enablePriority()
                .clock(PartitionTasks.clock(repository.jdbc()))
                .schedulerName(new SchedulerName.Fixed(Owner.thisProcess().text()))
                .threads(settings.atOnce())
                .executorService(Executors.newFixedThreadPool(settings.atOnce(), daemons("batch-")))
                .jdbcCustomization(new OneAtATime())
                .pollUsingLockAndFetch(0.5, 1.0)
                .pollingInterval(LOOK_EVERY)
                .heartbeatInterval(BEAT_EVERY)
                .missedHeartbeatsLimit(beats)
                .addSchedulerListener(partitionWorker)
                .build();
    }

    private static CustomizableThreadFactory daemons(String prefix) {
        CustomizableThreadFactory threads = new CustomizableThreadFactory(prefix);
        threads.setDaemon(true);
        return threads;
    }

    private boolean isIdle(Scheduler scheduler) {
        Duration idle = settings.idle();
        return idle != null
                && scheduler.getCurrentlyExecuting().isEmpty()
                && System.nanoTime() - lastWork > idle.toNanos();
    }

    private CompletionHandler<PartitionTasks.Work> work(
            PartitionWorker partitionWorker, DeadPartitions dead, TaskInstance<PartitionTasks.Work> task) {
        PartitionWorker.End end = end(partitionWorker, task);
        if (end instanceof PartitionWorker.End.Finished) {
            ended.incrementAndGet();
            return (complete, operations) -> operations.remove();
        }
        if (end instanceof PartitionWorker.End.GivenBack back) {
            return (complete, operations) ->
                    operations.reschedule(complete, complete.getTimeDone().plus(back.in()));
        }
        return dead::handle;
    }

    private PartitionWorker.End end(PartitionWorker partitionWorker, TaskInstance<PartitionTasks.Work> task) {
        PartitionTasks.Work work;
        PartitionWorker.End notNow;
        try {
            work = task.getData();
            notNow = partitionWorker.notNow(work);
        } catch (DataAccessException e) {
            return new PartitionWorker.End.GivenBack("", Duration.ZERO);
        } catch (RuntimeException e) {
            say.accept(breakOff("what a manager has written cannot be read: " + e.getMessage()));
            return new PartitionWorker.End.GivenBack("", LOOK_EVERY);
        }
        return notNow == null ? end(partitionWorker, task.getId(), work) : notNow;
    }

    private PartitionWorker.End end(PartitionWorker partitionWorker, String task, PartitionTasks.Work work) {
        String what = "batch " + work.batch() + " of run " + work.runId();
        say.accept(what + ": " + String.join(", ", work.services()));
        PartitionWorker.End end = partitionWorker.work(task, work, stop);
        say.accept(what + " " + end.text());
        if (end instanceof PartitionWorker.End.Died died && died.isBroken()) {
            breakOff(died.text());
        }
        lastWork = System.nanoTime();
        return end;
    }

    private String breakOff(String why) {
        broken = why;
        stop.request(why);
        return why;
    }
}
