package org.rulebatch.batch.replies;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.rulebatch.generate.llm.ReplyStore.Arrived;
import org.rulebatch.generate.llm.ReplyStore.Stored;
import org.rulebatch.generate.llm.chat.Verdict;
import org.rulebatch.generate.llm.cost.Usage;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** The table of a model's replies. Rows are added and judged, never overwritten. */
public final class ReplyTable {

    private static final String INSERT =
            """
            insert into RULE_BATCH_REPLY (REQUEST_SHA256, OUTPUT_ID, RUN_ID, RUN_NUMBER, SERVICE, RULE_ID, MODEL, VERDICT, REPLY,
              CALLS, PROMPT_TOKENS, CACHED_TOKENS, REPLY_TOKENS, CREATED)
            values (:sha256, :output, :run, :number, :service, :rule, :model, 'NEW', :reply,
              :calls, :prompt, :cached, :replied, current_timestamp)
            """;

    private static final String FIND =
            """
            select ID, REPLY as JSON from RULE_BATCH_REPLY
            where REQUEST_SHA256 = :sha256
              and ((OUTPUT_ID = :output and RUN_ID = :run and RUN_NUMBER = :number) or (:others and VERDICT <> 'BAD'))
            order by ID desc fetch first 1 row only
            """;

    private static final String VERDICTS =
            """
            select VERDICT, count(*) as REPLIES from RULE_BATCH_REPLY
            where OUTPUT_ID = :output and RUN_ID = :run group by VERDICT
            """;

    private static final String USED =
            """
            select SERVICE, sum(CALLS) as CALLS, sum(PROMPT_TOKENS) as PROMPT, sum(CACHED_TOKENS) as CACHED,
              sum(REPLY_TOKENS) as REPLY
            from RULE_BATCH_REPLY where OUTPUT_ID = :output and RUN_ID = :run group by SERVICE
            """;

    private static final String COUNTS =
            """
            select MODEL, VERDICT, count(*) as REPLIES, sum(PROMPT_TOKENS) as PROMPT, sum(REPLY_TOKENS) as REPLY,
              min(CREATED) as OLDEST
            from RULE_BATCH_REPLY group by MODEL, VERDICT order by MODEL, VERDICT
            """;

    private final JdbcClient jdbc;

    /**
     * Who asks: a run, and which of its instances.
     *
     * @param number counts the instances over the same input
     */
    public record Attempt(String outputId, String runId, long number) {}

    ReplyTable(JdbcTemplate jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
    }

    long insert(Attempt attempt, Arrived reply) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        by(attempt, INSERT)
                .param("number", attempt.number())
                .param("sha256", reply.sha256())
                .param("service", reply.service())
                .param("rule", reply.ruleId())
                .param("model", reply.model())
                .param("reply", reply.json())
                .param("calls", reply.usage().calls())
                .param("prompt", reply.usage().promptTokens())
                .param("cached", reply.usage().cachedTokens())
                .param("replied", reply.usage().replyTokens())
                .update(key, "id");
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    void judge(long id, Verdict verdict) {
        jdbc.sql("update RULE_BATCH_REPLY set VERDICT = :verdict where ID = :id")
                .param("verdict", verdict.name())
                .param("id", id)
                .update();
    }

    /** @param others whether replies to other runs may be used as well, unless they were of no use */
    Optional<Stored> find(String sha256, Attempt attempt, boolean others) {
        return by(attempt, FIND)
                .param("number", attempt.number())
                .param("sha256", sha256)
                .param("others", others)
                .query((row, n) -> new Stored(row.getLong("ID"), row.getString("JSON")))
                .optional();
    }

    /** What a run has used, with all parts of it that were generated again. */
    Map<String, Usage> used(Attempt attempt) {
        Map<String, Usage> used = new TreeMap<>();
        by(attempt, USED).query(row -> {
            used.put(row.getString("SERVICE"), usage(row));
        });
        return used;
    }

    /** How many replies of a run came to which end. */
    Map<Verdict, Integer> verdicts(Attempt attempt) {
        Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
        by(attempt, VERDICTS).query(row -> {
            verdicts.put(Verdict.valueOf(row.getString("VERDICT")), row.getInt("REPLIES"));
        });
        return verdicts;
    }

    /** Rows by model and verdict. */
    List<ReplyCount> counts() {
        return jdbc.sql(COUNTS).query((row, n) -> count(row)).list();
    }

    int purge(OffsetDateTime before) {
        return jdbc.sql("delete from RULE_BATCH_REPLY where CREATED < :before")
                .param("before", before)
                .update();
    }

    private JdbcClient.StatementSpec by(Attempt attempt, String statement) {
        return jdbc.sql(statement).param("output", attempt.outputId()).param("run", attempt.runId());
    }

    private static ReplyCount count(ResultSet row) throws SQLException {
        return new ReplyCount(
                row.getString("MODEL"),
                row.getString("VERDICT").toLowerCase(Locale.ROOT),
                row.getLong("REPLIES"),
                row.getLong("PROMPT"),
                row.getLong("REPLY"),
                row.getObject("OLDEST", OffsetDateTime.class).toString());
    }

    private static Usage usage(ResultSet row) throws SQLException {
        return new Usage(row.getInt("CALLS"), row.getLong("PROMPT"), row.getLong("CACHED"), row.getLong("REPLY"));
    }
}
