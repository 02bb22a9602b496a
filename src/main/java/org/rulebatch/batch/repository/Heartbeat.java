package org.rulebatch.batch.repository;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.rulebatch.files.Daemons;

/** Renews a lease every second, looks whether a stop is asked for, and ends the run when the lease is lost. */
final class Heartbeat {

    private static final int ALSO_EVERY = 5;

    private final LeaseTable table;
    private final String token;
    private final StopSignal stop;
    private final Duration expiry;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(Daemons.named("heartbeat"));
    private final List<Runnable> others = new CopyOnWriteArrayList<>();
    private final List<Runnable> each = new CopyOnWriteArrayList<>();
    private long lastBeat = System.nanoTime();
    private int beats;

    Heartbeat(LeaseTable table, String token, StopSignal stop, Duration expiry) {
        this.table = table;
        this.token = token;
        this.stop = stop;
        this.expiry = expiry;
    }

    void start() {
        timer.scheduleWithFixedDelay(this::beat, 1, 1, TimeUnit.SECONDS);
    }

    /** What is done with every fifth beat. */
    void also(Runnable action) {
        others.add(action);
    }

    /** What is done with every beat. */
    void each(Runnable action) {
        each.add(action);
    }

    /** Does what is done with every beat, at once and in the caller's thread. */
    void now() {
        each.forEach(Runnable::run);
    }

    void stop() {
        timer.shutdown();
        try {
            timer.awaitTermination(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** An exception that is not caught here would end all later beats, in silence. */
    private void beat() {
        try {
            renew();
            each.forEach(Runnable::run);
            if (++beats % ALSO_EVERY == 0) {
                others.forEach(Runnable::run);
            }
        } catch (RuntimeException | OutOfMemoryError e) {
            if (System.nanoTime() - lastBeat > expiry.toNanos()) {
                stop.request(
                        "the job repository has not answered for " + expiry.toSeconds() + " s",
                        StopSignal.Cause.REPOSITORY_GONE);
            }
        }
    }

    private void renew() {
        if (table.beat(token)) {
            lastBeat = System.nanoTime();
        } else {
            stop.request("another process has taken over", StopSignal.Cause.TAKEN_OVER);
        }
        if (table.find().filter(LeaseTable.Row::stopRequested).isPresent()) {
            stop.request("the command 'stop'");
        }
    }
}
