package org.rulebatch.batch.replies;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.rulebatch.generate.llm.bulk.BatchStore.Open;
import org.rulebatch.generate.llm.bulk.BatchStore.Result;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.transaction.support.TransactionTemplate;

/** The tables of what was asked of a model in batches: a row for each batch, and one for each of its requests. */
final class AskedTable {

    /** A run with all its attempts: what one has asked, another that generates a part of it again finds. */
    private static final String RUN = "b.OUTPUT_ID = :output and b.RUN_ID = :run";

    private static final String RESULTS =
            """
            select r.SHA256, r.STATUS, r.BODY from RULE_BATCH_MODEL_REQUEST r
            join RULE_BATCH_MODEL_BATCH b on b.ID = r.BATCH
            where r.SHA256 = :sha256 and r.STATUS is not null and %s order by r.BATCH
            """
                    .formatted(RUN);

    private static final String REQUESTS =
            """
            select count(*) from RULE_BATCH_MODEL_REQUEST r join RULE_BATCH_MODEL_BATCH b on b.ID = r.BATCH
            where %s and b.RUN_NUMBER = :number
            """
                    .formatted(RUN);

    private static final String OPEN =
            """
            select b.ID, b.FILE_ID, b.BATCH_ID from RULE_BATCH_MODEL_BATCH b where not b.ENDED and %s order by b.ID
            """
                    .formatted(RUN);

    private static final String INSERT =
            """
            insert into RULE_BATCH_MODEL_BATCH (OUTPUT_ID, RUN_ID, RUN_NUMBER, FILE_ID, BATCH_ID, ENDED, CREATED)
            values (:output, :run, :number, :file, '', false, current_timestamp)
            """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate many;
    private final TransactionTemplate together;

    AskedTable(JdbcTemplate jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
        this.many = new NamedParameterJdbcTemplate(jdbc);
        this.together =
                new TransactionTemplate(new DataSourceTransactionManager(Objects.requireNonNull(jdbc.getDataSource())));
    }

    List<Result> results(ReplyTable.Attempt attempt, String sha256) {
        return by(attempt, RESULTS)
                .param("sha256", sha256)
                .query((row, n) -> new Result(row.getString("SHA256"), row.getInt("STATUS"), row.getString("BODY")))
                .list();
    }

    int requests(ReplyTable.Attempt attempt) {
        return by(attempt, REQUESTS)
                .param("number", attempt.number())
                .query(Integer.class)
                .single();
    }

    List<Open> open(ReplyTable.Attempt attempt) {
        return by(attempt, OPEN)
                .query((row, n) -> new Open(row.getLong("ID"), row.getString("FILE_ID"), row.getString("BATCH_ID")))
                .list();
    }

    /** Writes down a batch that is about to be made, with its requests. */
    long insert(ReplyTable.Attempt attempt, String fileId, Collection<String> requests) {
        return Objects.requireNonNull(together.execute(status -> {
            GeneratedKeyHolder key = new GeneratedKeyHolder();
            by(attempt, INSERT)
                    .param("number", attempt.number())
                    .param("file", fileId)
                    .update(key, "id");
            long id = Objects.requireNonNull(key.getKey()).longValue();
            many.batchUpdate(
                    "insert into RULE_BATCH_MODEL_REQUEST (BATCH, SHA256) values (:batch, :sha256)",
                    sources(requests, sha256 -> new MapSqlParameterSource("batch", id).addValue("sha256", sha256)));
            return id;
        }));
    }

    void created(long id, String batchId) {
        jdbc.sql("update RULE_BATCH_MODEL_BATCH set BATCH_ID = :batch where ID = :id")
                .param("batch", batchId)
                .param("id", id)
                .update();
    }

    void keep(long id, List<Result> results) {
        together.executeWithoutResult(status -> many.batchUpdate(
                "update RULE_BATCH_MODEL_REQUEST set STATUS = :status, BODY = :body where BATCH = :batch and SHA256 = :sha256",
                sources(results, each -> new MapSqlParameterSource("batch", id)
                        .addValue("sha256", each.sha256())
                        .addValue("status", each.status())
                        .addValue("body", each.body()))));
    }

    /** @param tried whether requests without a result count as asked */
    void ended(long id, boolean tried) {
        String rest = tried
                ? "update RULE_BATCH_MODEL_REQUEST set STATUS = 0, BODY = '' where BATCH = :id and STATUS is null"
                : "delete from RULE_BATCH_MODEL_REQUEST where BATCH = :id and STATUS is null";
        together.executeWithoutResult(status -> {
            jdbc.sql(rest).param("id", id).update();
            jdbc.sql("update RULE_BATCH_MODEL_BATCH set ENDED = true where ID = :id")
                    .param("id", id)
                    .update();
        });
    }

    /** Removes batches whose answers have been fetched. */
    void purge(OffsetDateTime before) {
        jdbc.sql("delete from RULE_BATCH_MODEL_BATCH where ENDED and CREATED < :before")
                .param("before", before)
                .update();
    }

    private JdbcClient.StatementSpec by(ReplyTable.Attempt attempt, String statement) {
        return jdbc.sql(statement).param("output", attempt.outputId()).param("run", attempt.runId());
    }

    private static <T> SqlParameterSource[] sources(Collection<T> values, Function<T, SqlParameterSource> source) {
        return values.stream().map(source).toArray(SqlParameterSource[]::new);
    }
}
