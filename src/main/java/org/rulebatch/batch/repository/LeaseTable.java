package org.rulebatch.batch.repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of leases, one row an output folder that somebody works on. All times are the database's. */
public final class LeaseTable {

    /**
     * Who works on an output folder.
     *
     * @param token of this one lease
     * @param runId the run worked on, or empty
     * @param alive whether the last heartbeat is young enough
     */
    public record Row(
            String token, Owner owner, String runId, OffsetDateTime since, boolean alive, boolean stopRequested) {}

    private static final String INSERT =
            """
            insert into RULE_BATCH_LEASE
            values (:output, :token, :host, :machine, :pid, :started, '', current_timestamp, current_timestamp, false)
            """;

    private static final String SELECT =
            """
            select TOKEN, HOST, MACHINE, PID, STARTED_MS, RUN_ID, SINCE, STOP_REQUESTED,
              extract(epoch from current_timestamp - HEARTBEAT) as SECONDS_OLD
            from RULE_BATCH_LEASE where OUTPUT_ID = :output
            """;

    private static final String MINE = " where OUTPUT_ID = :output and TOKEN = :token";

    private final JdbcClient jdbc;
    private final String outputId;
    private final Duration expiry;

    /** @param expiry how long a lease holds after its last heartbeat */
    public LeaseTable(JdbcTemplate jdbc, String outputId, Duration expiry) {
        this.jdbc = JdbcClient.create(jdbc);
        this.outputId = outputId;
        this.expiry = expiry;
    }

    /** @return false if there is a row already */
    boolean insert(String token, Owner owner) {
        try {
            mine(INSERT, token)
                    .param("host", owner.host())
                    .param("machine", owner.machine())
                    .param("pid", owner.pid())
                    .param("started", owner.startedMs())
                    .update();
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    /** Whether the folder is worked on under this lease, by a process that is alive. */
    public boolean isHeldBy(String token) {
        return find().filter(row -> row.token().equals(token) && row.alive()).isPresent();
    }

    /** The row, if there is one. */
    Optional<Row> find() {
        return jdbc.sql(SELECT)
                .param("output", outputId)
                .query((row, n) -> read(row))
                .optional();
    }

    boolean delete(String token) {
        return mine("delete from RULE_BATCH_LEASE" + MINE, token).update() > 0;
    }

    /** @return false if the lease is no longer the caller's */
    boolean beat(String token) {
        return mine("update RULE_BATCH_LEASE set HEARTBEAT = current_timestamp" + MINE, token)
                        .update()
                > 0;
    }

    void setRun(String token, String runId) {
        mine("update RULE_BATCH_LEASE set RUN_ID = :run" + MINE, token)
                .param("run", runId)
                .update();
    }

    public boolean requestStop(String token) {
        return mine("update RULE_BATCH_LEASE set STOP_REQUESTED = true" + MINE, token)
                        .update()
                > 0;
    }

    private JdbcClient.StatementSpec mine(String statement, String token) {
        return jdbc.sql(statement).param("output", outputId).param("token", token);
    }

    private Row read(ResultSet row) throws SQLException {
        Owner owner = new Owner(
                row.getString("HOST"), row.getString("MACHINE"), row.getLong("PID"), row.getLong("STARTED_MS"));
        return new Row(
                row.getString("TOKEN"),
                owner,
                row.getString("RUN_ID"),
                row.getObject("SINCE", OffsetDateTime.class),
                row.getDouble("SECONDS_OLD") <= expiry.toSeconds(),
                row.getBoolean("STOP_REQUESTED"));
    }
}
