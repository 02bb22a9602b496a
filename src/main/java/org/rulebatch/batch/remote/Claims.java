package org.rulebatch.batch.remote;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.rulebatch.batch.repository.StopSignal;
import org.rulebatch.batch.step.PartitionTable;

/** The partitions that a worker holds, kept by a heartbeat; tells each whether it has to end. */
final class Claims implements AutoCloseable {

    private final PartitionTable table;
    private final Duration expiry;
    private final Map<String, StopSignal> held = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "heartbeat");
        thread.setDaemon(true);
        return thread;
    });
    private long lastBeat = System.nanoTime();

    Claims(PartitionTable table, Duration expiry) {
        this.table = table;
        this.expiry = expiry;
        timer.scheduleWithFixedDelay(this::beat, 1, 1, TimeUnit.SECONDS);
    }

    StopSignal hold(String token) {
        StopSignal stop = new StopSignal();
        held.put(token, stop);
        return stop;
    }

    void drop(String token) {
        held.remove(token);
    }

    /** Asks all of them to end. */
    void stopAll(String why) {
        held.values().forEach(stop -> stop.request(why));
    }

    /** An exception that is not caught here would end all later beats, in silence. */
    private void beat() {
        Set<String> tokens = Set.copyOf(held.keySet());
        if (tokens.isEmpty()) {
            lastBeat = System.nanoTime();
            return;
        }
        try {
            Map<String, Boolean> known = table.beat(tokens);
            lastBeat = System.nanoTime();
            tokens.forEach(token -> tell(token, known));
        } catch (RuntimeException | OutOfMemoryError e) {
            if (System.nanoTime() - lastBeat > expiry.toNanos()) {
                String why = "the job repository has not answered for " + expiry.toSeconds() + " s";
                held.values().forEach(stop -> stop.request(why, StopSignal.Cause.REPOSITORY_GONE));
            }
        }
    }

    private void tell(String token, Map<String, Boolean> known) {
        StopSignal stop = held.get(token);
        Boolean toStop = known.get(token);
        if (stop == null) {
            return;
        }
        if (toStop == null) {
            stop.request("the partition was given to another worker", StopSignal.Cause.TAKEN_OVER);
        } else if (toStop) {
            stop.request("the run is stopped");
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
