package org.rulebatch.batch.remote;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.rulebatch.batch.repository.BatchTable;
import org.rulebatch.batch.repository.Owner;
import org.rulebatch.batch.repository.Parameters;
import org.rulebatch.batch.repository.Partitions;
import org.rulebatch.batch.repository.StopSignal;
import org.rulebatch.batch.step.BatchListener;
import org.rulebatch.batch.step.OutputStore;
import org.rulebatch.batch.step.PartitionTable;
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
 * ended. A batch whose worker is gone is given to another, which goes on at the first service not committed.
 */
public final class RemotePartitionHandler implements PartitionHandler {

    private static final long LOOK_EVERY_MS = 200;
    private static final long SAY_AFTER_NS = 10_000_000_000L;
    /** Less than the process has to end. */
    private static final long STOP_WITHIN_NS = 3_800_000_000L;
    /** So many workers may die on one service: more than are ever killed in a row, and an end for one that kills its workers. */
    private static final int DEATHS = 25;

    private final Workplace place;
    private final Run run;
    private final RunArrivals arrivals;
    private final OutputStore store;
    private final Progress progress;
    private final BatchListener listener;
    private final PartitionTable table;
    private final JobRepository repository;
    private final Owner here = Owner.thisProcess();
    private final Map<Long, StepExecution> open = new TreeMap<>();
    private final Set<Long> started = new HashSet<>();

    public RemotePartitionHandler(Workplace place, Run run, OutputStore store, Progress progress) {
        this.place = place;
        this.run = run;
        this.store = store;
        this.progress = progress;
        // What workers bring to an end while the run is being stopped is taken as well, so its folder must be there.
        this.listener = new BatchListener(run, new StopSignal(), progress);
        this.table = place.partitions();
        this.repository = place.repository().repository();
        this.arrivals = new RunArrivals(place.files(run.folder()), run.folder());
    }

    @Override
    public Collection<StepExecution> handle(StepExecutionSplitter splitter, StepExecution manager) throws Exception {
        List<StepExecution> partitions = splitter.split(manager, 1).stream()
                .sorted(Comparator.comparingInt(Partitions::number))
                .toList();
        long job = manager.getJobExecutionId();
        for (StepExecution partition : partitions) {
            send(partition);
        }
        // All at once, so that workers find the largest ones first.
        place.repository()
                .transactions()
                .executeWithoutResult(transaction -> partitions.forEach(each -> offer(each, job)));
        try {
            follow(job);
        } finally {
            if (!open.isEmpty() && place.stop().cause() != StopSignal.Cause.TAKEN_OVER) {
                stop(job);
            }
        }
        return partitions.stream().map(this::read).toList();
    }

    /** Takes what comes until all has come or the run is to be stopped. */
    private void follow(long job) throws InterruptedException {
        long quietSince = System.nanoTime();
        boolean said = false;
        while (!open.isEmpty() && !place.stop().isRequested()) {
            if (look(job) > 0) {
                quietSince = System.nanoTime();
                said = false;
            } else if (!said && System.nanoTime() - quietSince > SAY_AFTER_NS) {
                progress.waitsForWorkers(open.size());
                said = true;
            }
            Thread.sleep(LOOK_EVERY_MS);
        }
    }

    private void send(StepExecution partition) throws IOException {
        if (store == OutputStore.DB) {
            List<String> services = run.plan().services(Partitions.number(partition));
            arrivals.send(services.subList(ServiceReader.done(partition.getExecutionContext()), services.size()));
        }
    }

    private void offer(StepExecution partition, long job) {
        int number = Partitions.number(partition);
        List<String> services = run.plan().services(number);
        int done = ServiceReader.done(partition.getExecutionContext());
        long attempt = Objects.requireNonNullElse(
                partition.getJobExecution().getJobParameters().getLong(Parameters.NUMBER), 0L);
        PartitionTable.Work work = new PartitionTable.Work(
                run.folder().runId(), attempt, number, services, run.manifest().options());
        String token = place.lease().token();
        table.offer(partition.getId(), job, place.outputId(), token, store, rules(number, services), work, done);
        open.put(partition.getId(), partition);
    }

    private int rules(int number, List<String> services) {
        return run.batch(number).services().stream()
                .filter(service -> services.contains(service.name()))
                .mapToInt(Manifest.ServiceEntry::rules)
                .sum();
    }

    /**
     * Takes what has come. A database that is away for a moment is waited for; the heartbeat ends the run if it stays away.
     *
     * @return how many batches are at work
     */
    private int look(long job) {
        try {
            List<PartitionTable.Taken> taken = table.taken(job);
            for (PartitionTable.Taken partition : taken) {
                StepExecution step = open.get(partition.stepId());
                if (step != null) {
                    take(partition, step);
                }
            }
            return taken.size();
        } catch (DataAccessException | TransactionException e) {
            return 0;
        }
    }

    private void take(PartitionTable.Taken partition, StepExecution step) {
        if (!started.contains(partition.stepId())) {
            listener.beforeStep(step);
            started.add(partition.stepId());
        }
        int number = Partitions.number(step);
        try {
            List<String> services = run.plan().services(number);
            int known = ServiceReader.done(step.getExecutionContext());
            for (String service : services.subList(known, Math.max(known, partition.done()))) {
                progress.serviceDone(service, arrivals.take(service));
                ServiceReader.setDone(step.getExecutionContext(), ++known);
            }
            if (partition.ended()) {
                collect(partition, number, services);
            } else if (!partition.alive() || partition.owner().isGone(here)) {
                goneWorker(partition);
            }
        } catch (IOException e) {
            fail(partition.stepId(), IoReason.words(e));
        }
    }

    private void collect(PartitionTable.Taken partition, int number, List<String> services) throws IOException {
        StepExecution step = read(partition.stepId());
        if (step.getStatus() == BatchStatus.COMPLETED) {
            run.batchFolder(number).publish();
        }
        if (!partition.halted().isEmpty()) {
            place.stop().halt(partition.halted());
        }
        listener.afterStep(step);
        arrivals.forget(services);
        table.remove(partition.stepId());
        open.remove(partition.stepId());
    }

    private void goneWorker(PartitionTable.Taken partition) {
        if (partition.deaths() + 1 < DEATHS) {
            table.release(partition.stepId(), partition.token(), true);
        } else {
            fail(
                    partition.stepId(),
                    DEATHS + " workers have died on it, the last one on "
                            + partition.owner().host() + "; see what they said");
        }
    }

    /** Ends a batch that no worker can end. */
    private void fail(long stepId, String error) {
        StepExecution step = place.repository().transactions().execute(transaction -> {
            table.remove(stepId);
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
        table.stop(job);
        long since = System.nanoTime();
        while (look(job) > 0 && System.nanoTime() - since < STOP_WITHIN_NS) {
            Thread.sleep(LOOK_EVERY_MS);
        }
        for (long stepId : Set.copyOf(open.keySet())) {
            table.remove(stepId);
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

    private StepExecution read(StepExecution step) {
        return read(step.getId());
    }

    private StepExecution read(long stepId) {
        return Objects.requireNonNull(
                repository.getStepExecution(stepId), "a step of this run is not in the repository");
    }
}
