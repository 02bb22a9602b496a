package org.rulebatch.batch.repository;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The right to work on an output folder, held by one process at a time and kept by a heartbeat in the database. It passes on
 * when it is given back, when the heartbeat has been missing for {@link #EXPIRY}, or when its owner is a process of this machine
 * that is provably gone.
 */
public final class Lease implements AutoCloseable {

    /** How long a lease holds after its last heartbeat. */
    public static final Duration EXPIRY = Duration.ofSeconds(30);

    /** Longer than the pause between two heartbeats. */
    private static final Duration WATCHED = Duration.ofMillis(2500);

    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    private final LeaseTable table;
    private final String token;
    private final Heartbeat heartbeat;

    private Lease(LeaseTable table, String token, StopSignal stop) {
        this.table = table;
        this.token = token;
        this.heartbeat = new Heartbeat(table, token, stop, EXPIRY);
    }

    /**
     * Takes the lease.
     *
     * @param stop signalled when somebody asks the owner to stop, or when the lease is lost
     * @throws AlreadyRunningException if another process has it
     */
    public static Lease acquire(RepositoryContext repository, String outputId, StopSignal stop) {
        return acquire(repository.jdbc(), outputId, Owner.thisProcess(), stop);
    }

    public static Lease acquire(JdbcTemplate jdbc, String outputId, Owner owner, StopSignal stop) {
        LeaseTable table = new LeaseTable(jdbc, outputId, EXPIRY);
        String token = UUID.randomUUID().toString();
        while (!table.insert(token, owner)) {
            Optional<LeaseTable.Row> holder = table.find();
            if (holder.isPresent()) {
                LeaseTable.Row row = holder.get();
                if (!row.owner().isGone(owner) && (row.alive() || beats(table, row.token()))) {
                    throw AlreadyRunningException.by(row);
                }
                table.delete(row.token());
            }
        }
        Lease lease = new Lease(table, token, stop);
        lease.heartbeat.start();
        return lease;
    }

    /**
     * Whether a lease that looks expired is renewed all the same: a clock that is set forward makes every heartbeat look old until
     * the next one.
     */
    private static boolean beats(LeaseTable table, String token) {
        long end = System.nanoTime() + WATCHED.toNanos();
        boolean beats = false;
        while (!beats && System.nanoTime() < end) {
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
            beats = table.find()
                    .filter(row -> row.token().equals(token) && row.alive())
                    .isPresent();
        }
        return beats;
    }

    /** Tells this lease from any other. */
    public String token() {
        return token;
    }

    /** Says which run is worked on, and what else is to be done with every heartbeat. */
    public void worksOn(String runId, Runnable alive) {
        table.setRun(token, runId);
        heartbeat.also(alive);
    }

    /** Shows a run that has just begun to those who look at it from outside, without waiting for the next heartbeat. */
    public void showRun() {
        heartbeat.now();
    }

    /** Does something more with every heartbeat, in its thread. */
    void withEachBeat(Runnable action) {
        heartbeat.each(action);
    }

    @Override
    public void close() {
        heartbeat.stop();
        try {
            table.delete(token);
        } catch (DataAccessException e) {
            // The database is gone; without a heartbeat the lease ends by itself.
            return;
        }
    }
}
