package org.rulebatch.batch.replies;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rulebatch.batch.Postgres;
import org.rulebatch.generate.llm.ReplyStore.Arrived;
import org.rulebatch.generate.llm.chat.Verdict;
import org.rulebatch.generate.llm.cost.Usage;
import org.springframework.jdbc.core.JdbcTemplate;

/** Ensures which stored replies are found again, by whom, and what they add up to; on H2 and on PostgreSQL. */
final class RunRepliesTest {

    private static final String HASH = "a".repeat(64);

    @RegisterExtension
    private static final Postgres POSTGRES = new Postgres();

    static Stream<JdbcTemplate> databases() {
        return POSTGRES.besideH2("RULE_BATCH_REPLY");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void isFoundAgainByALaterRunUnlessThatOneDoesNotWantIt(JdbcTemplate jdbc) {
        on(jdbc, "1", replies -> replies.judge(replies.add(reply("{\"answer\":1}")), Verdict.ANSWER));

        on(jdbc, "2", replies -> {
            assertThat(replies.find(HASH, true).orElseThrow().json()).isEqualTo("{\"answer\":1}");
            assertThat(replies.find(HASH, false)).isEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("databases")
    void isGoneOnFromByItsOwnRunOnlyWhereItCouldNotBeUsed(JdbcTemplate jdbc) {
        on(jdbc, "1", replies -> replies.judge(replies.add(reply("bad")), Verdict.BAD));

        on(jdbc, "1", replies -> assertThat(replies.find(HASH, false)).isPresent());
        on(jdbc, "2", replies -> assertThat(replies.find(HASH, true)).isEqualTo(Optional.empty()));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void isFoundThoughItsProcessDiedBeforeItWasJudged(JdbcTemplate jdbc) {
        on(jdbc, "1", replies -> replies.add(reply("new")));

        on(jdbc, "2", replies -> assertThat(replies.find(HASH, true)).isPresent());
    }

    @ParameterizedTest
    @MethodSource("databases")
    void addsUpWhatARunHasUsedByService(JdbcTemplate jdbc) {
        on(jdbc, "1", replies -> {
            replies.add(reply("one"));
            replies.add(reply("two"));
        });

        on(jdbc, "1", replies -> assertThat(replies.used()).isEqualTo(Map.of("s3", new Usage(2, 2000, 800, 100))));
        on(jdbc, "2", replies -> assertThat(replies.used()).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("databases")
    void isCountedAndPurgedByAge(JdbcTemplate jdbc) {
        on(jdbc, "1", replies -> replies.judge(replies.add(reply("one")), Verdict.ANSWER));
        ReplyTable table = new ReplyTable(jdbc);

        assertThat(table.counts()).singleElement().satisfies(count -> {
            assertThat(count.model()).isEqualTo("m");
            assertThat(count.verdict()).isEqualTo("answer");
            assertThat(count.replies()).isEqualTo(1);
        });
        assertThat(table.purge(OffsetDateTime.now().minusDays(1))).isZero();
        assertThat(table.purge(OffsetDateTime.now().plusMinutes(1))).isEqualTo(1);
        assertThat(table.counts()).isEmpty();
    }

    private static void on(JdbcTemplate jdbc, String run, Consumer<RunReplies> action) {
        try (RunReplies replies = new RunReplies(jdbc, new ReplyTable.Attempt("out", run, 1))) {
            replies.used();
            action.accept(replies);
        }
    }

    private static Arrived reply(String json) {
        return new Arrived(HASH, "s3", "aws.s3.bucket.x", "m", json, new Usage(1, 1000, 400, 50));
    }
}
