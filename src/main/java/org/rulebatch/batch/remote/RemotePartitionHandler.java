package org.rulebatch.batch.remote;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.rulebatch.batch.repository.BatchTable;
import org.rulebatch.batch.repository.Parameters;
import org.rulebatch.batch.repository.Partitions;
import org.rulebatch.batch.repository.StopSignal;
import org.rulebatch.batch.step.BatchListener;
import org.rulebatch.batch.step.PartitionTasks;
import org.rulebatch.batch.step.Progress;
import org.rulebatch.batch.step.Run;
import org.rulebatch.batch.step.RunArrivals;
import org.rulebatch.batch.step.ServiceReader;
import org.rulebatch.batch.step.Workplace;
import org.rulebatch.files.IoReason;
import org.rulebatch.store.Manifest;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.partition.PartitionHandler;
import org.springframework.batch.core.partition.StepExecutionSplitter;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Hands the batches to workers on other machines, by the tables of the repository alone, and takes their results until all have
 * ended. It polls the repository, as Spring Batch's own handler of remote partitions does; a batch whose worker is gone is given
 * to another one by the tasks' scheduler.
 */
public final class RemotePartitionHandler implements PartitionHandler {

    private static final long LOOK_EVERY_MS = 200;
    private static final long SAY_AFTER_NS = 10_000_000_000L;
    /** Less than the process has to end. */
    private static final long STOP_WITHIN_NS = 3_800_000_000L;

    private final Workplace place;
    private final Run run;
    private final RunArrivals arrivals;
    private final Progress progress;
    private final BatchListener listener;
    private final PartitionTasks tasks;
    private final JobRepository repository;
    private final Map<Long, StepExecution> open = new TreeMap<>();
    private final Map<Long, PartitionTasks.Seen> taken = new HashMap<>();
    private final Set<Long> started = new HashSet<>();

    public RemotePartitionHandler(Workplace place, Run run, Progress progress) {
        this.place = place;
        this.run = run;
        this.progress = progress;
        // What workers bring to an end while the run is being stopped is taken as well, so its folder must be there.
        this.listener = new BatchListener(run, new StopSignal(), progress);
        this.tasks = place.partitions();
        this.repository = place.repository().repository();
        this.arrivals = new RunArrivals(place.files(run.folder()), run.folder());
    }

    @Override
    public Collection<StepExecution> handle(StepExecutionSplitter splitter, StepExecution manager) throws Exception {
        List<StepExecution> partitions = splitter.split(manager, 1).stream()
                .sorted(Comparator.comparingInt(Partitions::number))
                .toList();
        for (StepExecution partition : partitions) {
            List<String> services = services(partition);
            arrivals.send(services.subList(ServiceReader.done(partition.getExecutionContext()), services.size()));
            open.put(partition.getId(), partition);
        }
        tasks.offer(partitions.stream()
                .sorted(Comparator.comparingInt(this::rules).reversed())
                .map(this::work)
                .toList());
        long job = manager.getJobExecutionId();
        try {
            follow(job);
        } finally {
            if (!open.isEmpty() && place.stop().cause() != StopSignal.Cause.TAKEN_OVER) {
                stop(job);
            }
        }
        return partitions.stream().map(each -> read(each.getId())).toList();
    }

    /** Takes what comes until all has come or the run is to be stopped. */
    private void follow(long job) throws InterruptedException {
        long quietSince = System.nanoTime();
        boolean said = false;
        while (!open.isEmpty() && !place.stop().isRequested()) {
            if (mayBeAtWork(look(job))) {
                quietSince = System.nanoTime();
                said = false;
            } else if (!said && System.nanoTime() - quietSince > SAY_AFTER_NS) {
                progress.waitsForWorkers(open.size());
                said = true;
            }
            Thread.sleep(LOOK_EVERY_MS);
        }
    }

    private List<String> services(StepExecution partition) {
        return run.plan().services(Partitions.number(partition));
    }

    private int rules(StepExecution partition) {
        List<String> services = services(partition);
        return run.batch(Partitions.number(partition)).services().stream()
                .filter(service -> services.contains(service.name()))
                .mapToInt(Manifest.ServiceEntry::rules)
                .sum();
    }

    private PartitionTasks.Work work(StepExecution partition) {
        long attempt = Objects.requireNonNullElse(
                partition.getJobExecution().getJobParameters().getLong(Parameters.NUMBER), 0L);
        return new PartitionTasks.Work(
                place.outputId(),
                place.lease().token(),
                partition.getId(),
                run.folder().runId(),
                attempt,
                Partitions.number(partition),
                services(partition),
                run.manifest().options(),
                ServiceReader.done(partition.getExecutionContext()),
                0);
    }

    /**
     * Takes what has come. A database that is away for a moment is waited for; the heartbeat ends the run if it stays away.
     *
     * @return how many batches are at work; empty if the database does not answer
     */
    private OptionalInt look(long job) {
        try {
            List<PartitionTasks.Seen> all = tasks.look(job);
            for (PartitionTasks.Seen seen : all) {
                StepExecution partition = open.get(seen.stepId());
                if (partition != null && !seen.equals(taken.get(seen.stepId()))) {
                    take(seen, partition);
                    taken.put(seen.stepId(), seen);
                }
            }
            return OptionalInt.of(
                    (int) all.stream().filter(PartitionTasks.Seen::isAtWork).count());
        } catch (DataAccessException | TransactionException e) {
            return OptionalInt.empty();
        }
    }

    private static boolean mayBeAtWork(OptionalInt batches) {
        return batches.isEmpty() || batches.getAsInt() > 0;
    }

    /** @param partition as this process knows it: its context says what has been brought home */
    private void take(PartitionTasks.Seen seen, StepExecution partition) {
        StepExecution now = read(seen.stepId());
        if (now.getStartTime() != null && started.add(seen.stepId())) {
            listener.beforeStep(partition);
        }
        try {
            bringHome(partition, now);
            if (!seen.isOffered() && !now.getStatus().isRunning()) {
                collect(now);
            }
        } catch (IOException e) {
            fail(seen.stepId(), IoReason.words(e));
        }
    }

    private void bringHome(StepExecution partition, StepExecution now) throws IOException {
        List<String> services = services(partition);
        int known = ServiceReader.done(partition.getExecutionContext());
        int done = ServiceReader.done(now.getExecutionContext());
        for (String service : services.subList(known, Math.max(known, done))) {
            progress.serviceDone(service, arrivals.take(service));
            ServiceReader.setDone(partition.getExecutionContext(), ++known);
        }
    }

    private void collect(StepExecution step) throws IOException {
        if (step.getStatus() == BatchStatus.COMPLETED) {
            run.batchFolder(Partitions.number(step)).publish();
        }
        String halted = step.getExecutionContext().getString(PartitionTasks.HALTED, "");
        if (!halted.isEmpty()) {
            place.stop().halt(halted);
        }
        listener.afterStep(step);
        arrivals.forget(services(step));
        open.remove(step.getId());
    }

    /** Ends a batch whose results cannot be taken. */
    private void fail(long stepId, String error) {
        StepExecution step = place.repository().transactions().execute(transaction -> {
            tasks.takeBack(stepId);
            StepExecution failed = read(stepId);
            failed.getExecutionContext().putString(BatchTable.ERROR, error);
            repository.updateExecutionContext(failed);
            return end(failed, BatchStatus.FAILED, ExitStatus.FAILED);
        });
        open.remove(stepId);
        listener.afterStep(step);
    }

    /** Batches in hand have a moment to be ended by their workers; after that they are taken back. */
    private void stop(long job) throws InterruptedException {
        tasks.withdraw();
        long since = System.nanoTime();
        while (mayBeAtWork(look(job)) && System.nanoTime() - since < STOP_WITHIN_NS) {
            Thread.sleep(LOOK_EVERY_MS);
        }
        tasks.takeAllBack();
        for (long stepId : open.keySet()) {
            end(read(stepId), BatchStatus.STOPPED, ExitStatus.STOPPED);
        }
    }

    private StepExecution end(StepExecution step, BatchStatus status, ExitStatus exit) {
        step.setStatus(status);
        step.setExitStatus(exit);
        step.setEndTime(LocalDateTime.now());
        repository.update(step);
        return step;
    }

    private StepExecution read(long stepId) {
        return Objects.requireNonNull(
                repository.getStepExecution(stepId), "a step of this run is not in the repository");
    }
}
