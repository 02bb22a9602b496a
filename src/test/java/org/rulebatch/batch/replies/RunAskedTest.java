package org.rulebatch.batch.replies;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rulebatch.batch.Postgres;
import org.rulebatch.generate.llm.bulk.BatchStore;
import org.rulebatch.generate.llm.bulk.BatchStore.Open;
import org.rulebatch.generate.llm.bulk.BatchStore.Result;
import org.rulebatch.store.RunFolder;
import org.springframework.jdbc.core.JdbcTemplate;

/** Ensures what is remembered of batches, and for whom; on H2 and on PostgreSQL. */
final class RunAskedTest {

    private static final String ONE = "1".repeat(64);
    private static final String TWO = "2".repeat(64);

    @RegisterExtension
    private static final Postgres POSTGRES = new Postgres();

    static Stream<JdbcTemplate> databases() {
        return POSTGRES.besideH2("RULE_BATCH_MODEL_REQUEST", "RULE_BATCH_MODEL_BATCH");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aFileIsRememberedBeforeItsBatchIsMade(JdbcTemplate jdbc) {
        on(jdbc, "1", asked -> {
            long id = asked.uploaded("file-1", List.of(ONE, TWO));
            assertThat(asked.open()).containsExactly(new Open(id, "file-1", ""));

            asked.created(id, "batch_1");

            assertThat(asked.open()).containsExactly(new Open(id, "file-1", "batch_1"));
            assertThat(asked.requests()).isEqualTo(2);
            assertThat(asked.results(ONE)).isEmpty();
        });
        on(jdbc, "2", asked -> {
            assertThat(asked.open()).isEmpty();
            assertThat(asked.requests()).isZero();
        });
    }

    @ParameterizedTest
    @MethodSource("databases")
    void whatWasTriedAndNotAnsweredCountsAsAsked(JdbcTemplate jdbc) {
        on(jdbc, "1", asked -> {
            long id = asked.uploaded("file-1", List.of(ONE, TWO));
            asked.keep(id, List.of(new Result(ONE, 200, "{}"), new Result("3".repeat(64), 200, "not asked")));
            asked.ended(id, true);

            assertThat(asked.open()).isEmpty();
            assertThat(asked.results(ONE)).containsExactly(new Result(ONE, 200, "{}"));
            assertThat(asked.results(TWO)).containsExactly(new Result(TWO, 0, ""));
            assertThat(asked.results("3".repeat(64))).isEmpty();
        });
        on(jdbc, "2", asked -> assertThat(asked.results(ONE)).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aPartThatIsGeneratedAgainFindsWhatItsRunHasAsked(JdbcTemplate jdbc) {
        on(jdbc, "1", asked -> {
            asked.keep(asked.uploaded("file-1", List.of(ONE)), List.of(new Result(ONE, 200, "{}")));
            asked.uploaded("file-2", List.of(TWO));
        });

        on(jdbc, new ReplyTable.Attempt("out", "1", 2), again -> {
            assertThat(again.open()).extracting(Open::fileId).containsExactly("file-1", "file-2");
            assertThat(again.results(ONE)).containsExactly(new Result(ONE, 200, "{}"));
            assertThat(again.requests()).isZero();
        });
    }

    @ParameterizedTest
    @MethodSource("databases")
    void whatWasNeverTriedDoesNot(JdbcTemplate jdbc) {
        on(jdbc, "1", asked -> {
            asked.ended(asked.uploaded("file-1", List.of(ONE, TWO)), false);

            assertThat(asked.results(ONE)).isEmpty();
            assertThat(asked.requests()).isZero();
        });
    }

    @ParameterizedTest
    @MethodSource("databases")
    void onlyBatchesThatHaveEndedArePurged(JdbcTemplate jdbc) {
        on(jdbc, "1", asked -> {
            asked.ended(asked.uploaded("file-1", List.of(ONE)), true);
            long open = asked.uploaded("file-2", List.of(TWO));

            new AskedTable(jdbc).purge(OffsetDateTime.now().plusMinutes(1));

            assertThat(asked.results(ONE)).isEmpty();
            assertThat(asked.open()).containsExactly(new Open(open, "file-2", ""));
        });
    }

    private static void on(JdbcTemplate jdbc, String run, Consumer<BatchStore> action) {
        on(jdbc, new ReplyTable.Attempt("out", run, 1), action);
    }

    private static void on(JdbcTemplate jdbc, ReplyTable.Attempt attempt, Consumer<BatchStore> action) {
        try (RunReplies replies = new RunReplies(jdbc, attempt, new RunFolder(Path.of("unused")))) {
            BatchStore asked = replies.batches();
            asked.requests();
            action.accept(asked);
        }
    }
}
