package org.rulebatch.batch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rulebatch.report.BatchOutcome;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Reads what the repository knows about the batches of a run, over all of its attempts; the framework itself would load every
 * step with its context.
 */
final class BatchTable {

    /** Under this key a failed step keeps its error in its context. */
    static final String ERROR = "error";

    private static final String BATCHES =
            """
            select s.STEP_EXECUTION_ID, s.STEP_NAME, s.STATUS, s.START_TIME, s.END_TIME
            from BATCH_STEP_EXECUTION s
            join BATCH_JOB_EXECUTION_PARAMS p on p.JOB_EXECUTION_ID = s.JOB_EXECUTION_ID
            where p.PARAMETER_NAME = ? and p.PARAMETER_VALUE = ? and s.STEP_NAME like ?
            order by s.STEP_EXECUTION_ID
            """;

    private final JdbcTemplate jdbc;
    private final JobRepository repository;

    BatchTable(JdbcTemplate jdbc, JobRepository repository) {
        this.jdbc = jdbc;
        this.repository = repository;
    }

    /** How the last attempt at each batch went, by its number; a batch that never started is missing. */
    Map<Integer, BatchOutcome> outcomes(String runId) {
        Map<Integer, BatchOutcome> outcomes = new TreeMap<>();
        String pattern = GenerateRulesJob.WORKER + ":batch-%";
        jdbc.query(
                BATCHES,
                row -> {
                    outcomes.put(number(row.getString("STEP_NAME")), outcome(row));
                },
                Parameters.RUN_ID,
                runId,
                pattern);
        return outcomes;
    }

    /** The batches whose last attempt ended well. */
    SortedSet<Integer> completed(String runId) {
        SortedSet<Integer> completed = new TreeSet<>();
        outcomes(runId).forEach((number, outcome) -> {
            if (outcome.successful()) {
                completed.add(number);
            }
        });
        return completed;
    }

    private BatchOutcome outcome(ResultSet row) throws SQLException {
        boolean successful = "COMPLETED".equals(row.getString("STATUS"));
        Timestamp start = row.getTimestamp("START_TIME");
        Timestamp end = row.getTimestamp("END_TIME");
        double seconds = start == null || end == null
                ? 0
                : Duration.between(start.toInstant(), end.toInstant()).toMillis() / 1000.0;
        String error = successful ? null : error(row.getLong("STEP_EXECUTION_ID"), row.getString("STATUS"));
        return new BatchOutcome(successful, text(start), seconds, error);
    }

    private String error(long stepExecutionId, String status) {
        StepExecution step = repository.getStepExecution(stepExecutionId);
        String known = step == null ? "" : step.getExecutionContext().getString(ERROR, "");
        return known.isEmpty() ? "did not end: " + status.toLowerCase(Locale.ROOT) : known;
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

    private static int number(String stepName) {
        return Integer.parseInt(stepName.substring(stepName.lastIndexOf('-') + 1));
    }
}
