package org.rulebatch.batch.step;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.rulebatch.batch.repository.Owner;
import org.rulebatch.files.Json;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCreator;

/**
 * The table of partitions that managers hand out, queue and lease in one: a row from the moment a partition is offered until its
 * manager has taken its end. Who holds a partition is known by a token, which each statement about it names. All times are the
 * database's.
 */
public final class PartitionTable {

    private static final String INSERT =
            "insert into RULE_BATCH_PARTITION values (?, ?, ?, ?, ?, ?, ?, ?, 0, false, false, '')";

    /** The runs that have the fewest workers come first, and in a run the largest partitions. */
    private static final String CLAIM =
            """
            update RULE_BATCH_PARTITION set TOKEN = ?, HEARTBEAT = clock_timestamp(), HOST = ?, MACHINE = ?, PID = ?, STARTED_MS = ?
            where STEP_ID = (
              select p.STEP_ID from RULE_BATCH_PARTITION p
              join RULE_BATCH_LEASE l on l.OUTPUT_ID = p.OUTPUT_ID and l.TOKEN = p.MANAGER
              where p.TOKEN is null and not p.ENDED and not p.STOP
                and l.HEARTBEAT > clock_timestamp() - make_interval(secs => ?)
                and (p.STORE = 'DB' or p.OUTPUT_ID = ?) and p.JOB_ID <> all (?)
              order by (select count(*) from RULE_BATCH_PARTITION b where b.JOB_ID = p.JOB_ID and b.TOKEN is not null),
                p.RULES desc, p.STEP_ID
              limit 1 for update of p skip locked)
            returning STEP_ID, JOB_ID, OUTPUT_ID, STORE, WORK, DONE
            """;

    private static final String BEAT =
            """
            update RULE_BATCH_PARTITION set HEARTBEAT = clock_timestamp()
            where TOKEN = any (?) and not ENDED returning TOKEN, STOP
            """;

    private static final String TAKEN =
            """
            select STEP_ID, TOKEN, HOST, MACHINE, PID, STARTED_MS, DONE, DEATHS, ENDED, HALTED,
              HEARTBEAT > clock_timestamp() - make_interval(secs => ?) as ALIVE
            from RULE_BATCH_PARTITION where JOB_ID = ? and TOKEN is not null
            """;

    private static final String MINE = " where STEP_ID = ? and TOKEN = ?";

    private final JdbcTemplate jdbc;
    private final Duration expiry;

    /**
     * What a worker has to know of a partition beside its step.
     *
     * @param runNumber counts the instances over the same input
     * @param options what the run was started with
     */
    public record Work(String runId, long runNumber, int batch, List<String> services, Map<String, String> options) {}

    /** A partition that a worker holds, with the number of its services that were committed before. */
    public record Claim(
            String token, long stepId, long jobId, String outputId, OutputStore store, Work work, int done) {}

    /**
     * A partition that some worker holds, as its manager sees it.
     *
     * @param alive whether the last heartbeat is young enough
     * @param deaths of workers, since a service was last committed
     * @param halted why the run cannot go on, or empty
     */
    public record Taken(
            long stepId,
            String token,
            Owner owner,
            int done,
            int deaths,
            boolean ended,
            String halted,
            boolean alive) {}

    public PartitionTable(JdbcTemplate jdbc, Duration expiry) {
        this.jdbc = jdbc;
        this.expiry = expiry;
    }

    public void offer(
            long stepId,
            long jobId,
            String outputId,
            String manager,
            OutputStore store,
            int rules,
            Work work,
            int done) {
        String text = Json.COMPACT.writeValueAsString(work);
        jdbc.update(INSERT, stepId, jobId, outputId, manager, store.name(), rules, text, done);
    }

    /**
     * Takes a partition of a manager that is alive.
     *
     * @param outputId of the folder that this worker shares with managers, or empty
     * @param refused job executions that this worker cannot work for
     */
    public Optional<Claim> claim(Owner owner, String outputId, Collection<Long> refused) {
        String token = UUID.randomUUID().toString();
        PreparedStatementCreator statement = connection -> {
            var claim = connection.prepareStatement(CLAIM);
            Object[] values = {
                token, owner.host(), owner.machine(), owner.pid(), owner.startedMs(), expiry.toSeconds(), outputId
            };
            for (int i = 0; i < values.length; i++) {
                claim.setObject(i + 1, values[i]);
            }
            claim.setArray(values.length + 1, connection.createArrayOf("bigint", refused.toArray()));
            return claim;
        };
        return jdbc
                .query(
                        statement,
                        (row, n) -> new Claim(
                                token,
                                row.getLong("STEP_ID"),
                                row.getLong("JOB_ID"),
                                row.getString("OUTPUT_ID"),
                                OutputStore.valueOf(row.getString("STORE")),
                                Json.COMPACT.readValue(row.getString("WORK"), Work.class),
                                row.getInt("DONE")))
                .stream()
                .findFirst();
    }

    /** @return of the tokens, those that still hold, and whether their holder is asked to stop */
    public Map<String, Boolean> beat(Collection<String> tokens) {
        Map<String, Boolean> held = new HashMap<>();
        jdbc.query(
                connection -> {
                    var beat = connection.prepareStatement(BEAT);
                    Array all = connection.createArrayOf("varchar", tokens.toArray());
                    beat.setArray(1, all);
                    return beat;
                },
                row -> {
                    held.put(row.getString("TOKEN"), row.getBoolean("STOP"));
                });
        return held;
    }

    /** Locks a partition for the caller's transaction: nobody can take it back before that has ended. */
    public boolean lock(Claim claim) {
        return !jdbc.queryForList(
                        "select 1 from RULE_BATCH_PARTITION" + MINE + " and not ENDED for update",
                        Integer.class,
                        claim.stepId(),
                        claim.token())
                .isEmpty();
    }

    /** Says how many services are committed; a worker that has come so far has not died of them. */
    public void done(Claim claim, int services) {
        jdbc.update(
                "update RULE_BATCH_PARTITION set DONE = ?, DEATHS = 0" + MINE, services, claim.stepId(), claim.token());
    }

    public void ended(Claim claim, String halted) {
        jdbc.update(
                "update RULE_BATCH_PARTITION set ENDED = true, HALTED = ?" + MINE,
                halted,
                claim.stepId(),
                claim.token());
    }

    /** Gives a partition back, for another worker, if it has not ended meanwhile. */
    public void release(long stepId, String token, boolean died) {
        jdbc.update(
                "update RULE_BATCH_PARTITION set TOKEN = null, DEATHS = DEATHS + ?" + MINE + " and not ENDED",
                died ? 1 : 0,
                stepId,
                token);
    }

    /** The partitions of a job execution that workers hold or have ended. */
    public List<Taken> taken(long jobId) {
        return jdbc.query(TAKEN, (row, n) -> taken(row), expiry.toSeconds(), jobId);
    }

    private static Taken taken(ResultSet row) throws SQLException {
        Owner owner = new Owner(
                row.getString("HOST"), row.getString("MACHINE"), row.getLong("PID"), row.getLong("STARTED_MS"));
        return new Taken(
                row.getLong("STEP_ID"),
                row.getString("TOKEN"),
                owner,
                row.getInt("DONE"),
                row.getInt("DEATHS"),
                row.getBoolean("ENDED"),
                row.getString("HALTED"),
                row.getBoolean("ALIVE"));
    }

    /** Asks the workers of a job execution to stop, and takes back what none holds. */
    public void stop(long jobId) {
        jdbc.update("update RULE_BATCH_PARTITION set STOP = true where JOB_ID = ?", jobId);
        jdbc.update("delete from RULE_BATCH_PARTITION where JOB_ID = ? and TOKEN is null", jobId);
    }

    public void remove(long stepId) {
        jdbc.update("delete from RULE_BATCH_PARTITION where STEP_ID = ?", stepId);
    }

    /** Takes back all partitions of an output folder: whatever a worker still does for them is refused. */
    void removeAll(String outputId) {
        jdbc.update("delete from RULE_BATCH_PARTITION where OUTPUT_ID = ?", outputId);
    }
}
