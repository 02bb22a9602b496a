package org.rulebatch.batch.repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rulebatch.batch.GenerateRulesJob;
import org.springframework.batch.core.BatchStatus;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the job instances of one output folder; the framework itself would load every execution with all its steps. */
public final class RunTable {

    private static final String EXECUTIONS =
            """
            select i.JOB_INSTANCE_ID, e.JOB_EXECUTION_ID, e.STATUS, e.CREATE_TIME, e.LAST_UPDATED
            from BATCH_JOB_INSTANCE i
            join BATCH_JOB_EXECUTION e on e.JOB_INSTANCE_ID = i.JOB_INSTANCE_ID
            join BATCH_JOB_EXECUTION_PARAMS p on p.JOB_EXECUTION_ID = e.JOB_EXECUTION_ID
            where i.JOB_NAME = ? and p.PARAMETER_NAME = ? and p.PARAMETER_VALUE = ?
            order by e.JOB_EXECUTION_ID
            """;

    private static final String PARAMETERS =
            "select PARAMETER_NAME, PARAMETER_VALUE from BATCH_JOB_EXECUTION_PARAMS where JOB_EXECUTION_ID = ?";

    private final JdbcTemplate jdbc;
    private final String outputId;

    public RunTable(JdbcTemplate jdbc, String outputId) {
        this.jdbc = jdbc;
        this.outputId = outputId;
    }

    /** All instances, the newest last. */
    public List<RunRow> all() {
        Map<Long, RunRow> rows = new LinkedHashMap<>();
        jdbc.query(
                EXECUTIONS,
                row -> {
                    RunRow last = read(row);
                    rows.merge(last.instanceId(), last, RunTable::attempts);
                },
                GenerateRulesJob.NAME,
                Parameters.OUTPUT,
                outputId);
        List<RunRow> all = new ArrayList<>();
        rows.values().forEach(row -> all.add(withParameters(row)));
        return all;
    }

    Optional<RunRow> find(long instanceId) {
        return all().stream().filter(row -> row.instanceId() == instanceId).findFirst();
    }

    Optional<RunRow> last() {
        List<RunRow> all = all();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    private static RunRow read(ResultSet row) throws SQLException {
        Timestamp created = row.getTimestamp("CREATE_TIME");
        return new RunRow(
                row.getLong("JOB_INSTANCE_ID"),
                row.getLong("JOB_EXECUTION_ID"),
                BatchStatus.valueOf(row.getString("STATUS")),
                created.toLocalDateTime(),
                time(row.getTimestamp("LAST_UPDATED")),
                Map.of());
    }

    private static @Nullable LocalDateTime time(@Nullable Timestamp time) {
        return time == null ? null : time.toLocalDateTime();
    }

    private static RunRow attempts(RunRow first, RunRow last) {
        return new RunRow(
                first.instanceId(), last.executionId(), last.status(), first.created(), last.updated(), Map.of());
    }

    private RunRow withParameters(RunRow row) {
        Map<String, String> parameters = new HashMap<>();
        jdbc.query(
                PARAMETERS,
                parameter -> {
                    parameters.put(parameter.getString(1), parameter.getString(2));
                },
                row.executionId());
        return new RunRow(row.instanceId(), row.executionId(), row.status(), row.created(), row.updated(), parameters);
    }
}
