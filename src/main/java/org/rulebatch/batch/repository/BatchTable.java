package org.rulebatch.batch.repository;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rulebatch.report.BatchOutcome;
import org.springframework.batch.core.repository.ExecutionContextSerializer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads what the repository knows about the batches of a run of one output folder, over all of its attempts; the framework itself
 * would load every step with its context.
 */
public final class BatchTable {

    /** Under this key a failed step keeps its error in its context. */
    public static final String ERROR = "error";

    private static final ExecutionContextSerializer CONTEXTS = ContextSerializer.json();

    private static final String BATCHES =
            """
            select p.PARAMETER_VALUE as RUN_ID, s.STEP_NAME, s.STATUS, s.START_TIME, s.END_TIME, c.SHORT_CONTEXT, c.SERIALIZED_CONTEXT
            from BATCH_STEP_EXECUTION s
            join BATCH_JOB_EXECUTION_PARAMS o on o.JOB_EXECUTION_ID = s.JOB_EXECUTION_ID
            join BATCH_JOB_EXECUTION_PARAMS p on p.JOB_EXECUTION_ID = s.JOB_EXECUTION_ID
            left join BATCH_STEP_EXECUTION_CONTEXT c on c.STEP_EXECUTION_ID = s.STEP_EXECUTION_ID
            where o.PARAMETER_NAME = :output and o.PARAMETER_VALUE = :id and p.PARAMETER_NAME = :run
              and s.STEP_NAME like :steps %s
            order by s.STEP_EXECUTION_ID
            """;

    private final JdbcClient jdbc;
    private final String outputId;

    /** One attempt at a batch. */
    private record Attempt(String runId, int batch, BatchOutcome outcome) {}

    /** @param outputId whose runs: folders that share a database may have runs of one id, started in the same second */
    public BatchTable(JdbcTemplate jdbc, String outputId) {
        this.jdbc = JdbcClient.create(jdbc);
        this.outputId = outputId;
    }

    /** How the last attempt at each batch went, by its number; a batch that never started is missing. */
    public Map<Integer, BatchOutcome> outcomes(String runId) {
        Map<Integer, BatchOutcome> outcomes = new TreeMap<>();
        query("and p.PARAMETER_VALUE = :runId")
                .param("runId", runId)
                .query((row, n) -> attempt(row))
                .list()
                .forEach(attempt -> outcomes.put(attempt.batch(), attempt.outcome()));
        return outcomes;
    }

    /** The same for all runs, by run id. */
    Map<String, Map<Integer, BatchOutcome>> all() {
        Map<String, Map<Integer, BatchOutcome>> all = new TreeMap<>();
        query("").query((row, n) -> attempt(row)).list().forEach(attempt -> all.computeIfAbsent(
                        attempt.runId(), run -> new TreeMap<>())
                .put(attempt.batch(), attempt.outcome()));
        return all;
    }

    private JdbcClient.StatementSpec query(String more) {
        return jdbc.sql(BATCHES.formatted(more))
                .param("output", Parameters.OUTPUT)
                .param("id", outputId)
                .param("run", Parameters.RUN_ID)
                .param("steps", JobNames.WORKER + ":batch-%");
    }

    /** The batches whose last attempt ended well. */
    public SortedSet<Integer> completed(String runId) {
        SortedSet<Integer> completed = new TreeSet<>();
        outcomes(runId).forEach((number, outcome) -> {
            if (outcome.successful()) {
                completed.add(number);
            }
        });
        return completed;
    }

    private static Attempt attempt(ResultSet row) throws SQLException {
        return new Attempt(row.getString("RUN_ID"), Partitions.number(row.getString("STEP_NAME")), outcome(row));
    }

    private static BatchOutcome outcome(ResultSet row) throws SQLException {
        String status = row.getString("STATUS");
        boolean successful = BatchOutcome.COMPLETED.equals(status);
        Timestamp start = row.getTimestamp("START_TIME");
        Timestamp end = row.getTimestamp("END_TIME");
        double seconds = start == null || end == null
                ? 0
                : Duration.between(start.toInstant(), end.toInstant()).toMillis() / 1000.0;
        String error = successful || status.startsWith("START") || status.startsWith("STOP")
                ? null
                : error(row, BatchOutcome.INTERRUPTED);
        return new BatchOutcome(status, text(start), seconds, error);
    }

    private static String error(ResultSet row, String otherwise) throws SQLException {
        String longer = row.getString("SERIALIZED_CONTEXT");
        String context = longer == null ? row.getString("SHORT_CONTEXT") : longer;
        if (context == null) {
            return otherwise;
        }
        byte[] bytes = context.getBytes(StandardCharsets.UTF_8);
        try (InputStream in = new ByteArrayInputStream(bytes)) {
            Object error = CONTEXTS.deserialize(in).get(ERROR);
            return error == null ? otherwise : error.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable String text(@Nullable Timestamp time) {
        return time == null
                ? null
                : time.toInstant()
                        .truncatedTo(ChronoUnit.MILLIS)
                        .atZone(ZoneId.systemDefault())
                        .toOffsetDateTime()
                        .toString();
    }
}
