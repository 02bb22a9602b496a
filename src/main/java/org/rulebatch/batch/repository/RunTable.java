package org.rulebatch.batch.repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.batch.core.BatchStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the job instances of one output folder; the framework itself would load every execution with all its steps. */
public final class RunTable {

    private static final String EXECUTIONS =
            """
            select i.JOB_INSTANCE_ID, e.JOB_EXECUTION_ID, e.STATUS, e.CREATE_TIME, e.LAST_UPDATED,
              p.PARAMETER_NAME, p.PARAMETER_VALUE
            from BATCH_JOB_INSTANCE i
            join BATCH_JOB_EXECUTION e on e.JOB_INSTANCE_ID = i.JOB_INSTANCE_ID
            join BATCH_JOB_EXECUTION_PARAMS o on o.JOB_EXECUTION_ID = e.JOB_EXECUTION_ID
            join BATCH_JOB_EXECUTION_PARAMS p on p.JOB_EXECUTION_ID = e.JOB_EXECUTION_ID
            where i.JOB_NAME = :job and o.PARAMETER_NAME = :output and o.PARAMETER_VALUE = :id
            order by e.JOB_EXECUTION_ID
            """;

    private final JdbcClient jdbc;
    private final String outputId;

    public RunTable(JdbcTemplate jdbc, String outputId) {
        this.jdbc = JdbcClient.create(jdbc);
        this.outputId = outputId;
    }

    /** All instances, the newest last. */
    public List<RunRow> all() {
        Map<Long, RunRow> executions = new LinkedHashMap<>();
        lines().forEach(line -> executions.merge(line.executionId(), line, RunTable::withParametersOf));
        Map<Long, RunRow> instances = new LinkedHashMap<>();
        executions
                .values()
                .forEach(execution -> instances.merge(execution.instanceId(), execution, RunTable::attempts));
        return List.copyOf(instances.values());
    }

    /** A row for each parameter of each execution. */
    private List<RunRow> lines() {
        return jdbc.sql(EXECUTIONS)
                .param("job", JobNames.JOB)
                .param("output", Parameters.OUTPUT)
                .param("id", outputId)
                .query((row, n) -> read(row))
                .list();
    }

    private static RunRow read(ResultSet row) throws SQLException {
        LocalDateTime created = row.getObject("CREATE_TIME", LocalDateTime.class);
        return new RunRow(
                row.getLong("JOB_INSTANCE_ID"),
                row.getLong("JOB_EXECUTION_ID"),
                BatchStatus.valueOf(row.getString("STATUS")),
                created,
                row.getObject("LAST_UPDATED", LocalDateTime.class),
                Map.of(row.getString("PARAMETER_NAME"), row.getString("PARAMETER_VALUE")));
    }

    private static RunRow withParametersOf(RunRow execution, RunRow line) {
        Map<String, String> parameters = new HashMap<>(execution.parameters());
        parameters.putAll(line.parameters());
        return new RunRow(
                execution.instanceId(),
                execution.executionId(),
                execution.status(),
                execution.created(),
                execution.updated(),
                parameters);
    }

    /** The last attempt counts, but a run is as old as its first. */
    private static RunRow attempts(RunRow first, RunRow last) {
        return new RunRow(
                last.instanceId(),
                last.executionId(),
                last.status(),
                first.created(),
                last.updated(),
                last.parameters());
    }
}
