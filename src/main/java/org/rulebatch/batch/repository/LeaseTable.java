package org.rulebatch.batch.repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.JdbcTemplate;

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

    private static final String CREATE =
            """
            create table if not exists RULE_BATCH_LEASE (
              OUTPUT_ID varchar(64) primary key,
              TOKEN varchar(64) not null,
              HOST varchar(255) not null,
              MACHINE varchar(255) not null,
              PID bigint not null,
              STARTED_MS bigint not null,
              RUN_ID varchar(64) not null,
              SINCE timestamp with time zone not null,
              HEARTBEAT timestamp with time zone not null,
              STOP_REQUESTED boolean not null
            )
            """;

    private static final String INSERT =
            """
            insert into RULE_BATCH_LEASE
            values (?, ?, ?, ?, ?, ?, '', current_timestamp, current_timestamp, false)
            """;

    private static final String SELECT =
            """
            select TOKEN, HOST, MACHINE, PID, STARTED_MS, RUN_ID, SINCE, STOP_REQUESTED,
              extract(epoch from current_timestamp - HEARTBEAT) as SECONDS_OLD
            from RULE_BATCH_LEASE where OUTPUT_ID = ?
            """;

    private final JdbcTemplate jdbc;
    private final String outputId;
    private final Duration expiry;

    /** @param expiry how long a lease holds after its last heartbeat */
    public LeaseTable(JdbcTemplate jdbc, String outputId, Duration expiry) {
        this.jdbc = jdbc;
        this.outputId = outputId;
        this.expiry = expiry;
    }

    void create() {
        RepositorySchema.create(jdbc, CREATE);
    }

    /** @return false if there is a row already */
    boolean insert(String token, Owner owner) {
        try {
            jdbc.update(INSERT, outputId, token, owner.host(), owner.machine(), owner.pid(), owner.startedMs());
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    /** The row, if there is one; also when the table has never been made. */
    Optional<Row> find() {
        try {
            return jdbc.query(SELECT, (row, n) -> read(row), outputId).stream().findFirst();
        } catch (BadSqlGrammarException e) {
            return Optional.empty();
        }
    }

    boolean delete(String token) {
        return jdbc.update("delete from RULE_BATCH_LEASE where OUTPUT_ID = ? and TOKEN = ?", outputId, token) > 0;
    }

    /** @return false if the lease is no longer the caller's */
    boolean beat(String token) {
        String update = "update RULE_BATCH_LEASE set HEARTBEAT = current_timestamp where OUTPUT_ID = ? and TOKEN = ?";
        return jdbc.update(update, outputId, token) > 0;
    }

    void setRun(String token, String runId) {
        jdbc.update("update RULE_BATCH_LEASE set RUN_ID = ? where OUTPUT_ID = ? and TOKEN = ?", runId, outputId, token);
    }

    public boolean requestStop(String token) {
        String update = "update RULE_BATCH_LEASE set STOP_REQUESTED = true where OUTPUT_ID = ? and TOKEN = ?";
        return jdbc.update(update, outputId, token) > 0;
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
