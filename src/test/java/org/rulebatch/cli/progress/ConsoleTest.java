package org.rulebatch.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.rulebatch.generate.llm.cost.ModelUsage;
import org.rulebatch.generate.llm.cost.Pacing;
import org.rulebatch.generate.llm.cost.ReplyQuality;
import org.rulebatch.generate.llm.cost.Usage;
import org.rulebatch.report.Counts;

/** What people are told while a run goes on. */
final class ConsoleTest {

    private final Board screen = new Board();
    private final Hands clock = new Hands();

    @Test
    void aLineForEachBatchInFlightAndATotal() {
        // given
        Console console = console(false);
        console.begins(2, 3, 100, Optional::empty);

        // when
        console.batchStarted(1, List.of("ec2", "iam"));
        console.batchStarted(2, List.of("s3"));
        clock.now = clock.now.plusSeconds(30);
        console.serviceDone("ec2", new Counts(15, 0, 8, 0, 2));

        // then
        assertThat(screen.live.get())
                .containsExactly(
                        "batch 1/2 1/2 services, now iam",
                        "batch 2/2 0/1 services, now s3",
                        "total 1/3 services, 25/100 rules: 15 validated, 8 manual review, 2 failed, ETA 1 min 30 s");
    }

    @Test
    void whatIsSpentStandsInTheTotal() {
        Console console = console(false);
        Usage used = new Usage(3, 11_000, 0, 1_000);
        SortedMap<String, ModelUsage.Spent> services =
                new TreeMap<>(Map.of("s3", new ModelUsage.Spent(used, 0, new BigDecimal("0.1234"))));
        console.begins(1, 1, 1, () -> Optional.of(new ModelUsage("a-model", services, Pacing.NONE, ReplyQuality.NONE)));

        assertThat(screen.live.get())
                .containsExactly("total 0/1 services, 0/1 rules: 0 validated, 0 manual review, 12,000 tokens, $0.12");
    }

    @Test
    void aBatchThatHasEndedLeavesALine() {
        // given
        Console console = console(false);
        console.begins(2, 2, 2, Optional::empty);
        console.batchStarted(1, List.of("ec2"));
        console.batchStarted(2, List.of("s3"));

        // when
        console.serviceDone("ec2", new Counts(1, 0, 0, 0, 0));
        console.batchDone(1);
        console.batchFailed(2, "no luck");

        // then
        assertThat(screen.lines)
                .containsExactly(
                        "batch 1/2 done: ec2 | 1/2 services, 1/2 rules: 1 validated, 0 manual review, ETA 1 s",
                        "batch 2/2 failed: no luck");
        assertThat(screen.live.get()).hasSize(1);
    }

    @Test
    void quietUsersAreToldOnlyWhatIsSaid() {
        Console console = console(true);
        console.begins(1, 1, 1, Optional::empty);
        console.batchStarted(1, List.of("s3"));
        console.batchDone(1);
        console.say("Stopping");

        assertThat(screen.lines).containsExactly("Stopping");
    }

    private Console console(boolean quiet) {
        return Console.on(screen, clock, quiet);
    }

    /** Keeps what is written on it. */
    private static final class Board implements Screen {
        private final List<String> lines = new ArrayList<>();
        private Supplier<List<String>> live = List::of;

        @Override
        public void live(Supplier<List<String>> now) {
            live = now;
        }

        @Override
        public void line(Line line) {
            lines.add(line.text());
        }

        @Override
        public void refresh() {
            assertThat(live.get()).isNotEmpty();
        }

        @Override
        public String only(String text) {
            return text;
        }

        @Override
        public Paint paint() {
            return Paint.none();
        }

        @Override
        public void close() {
            lines.add("closed");
        }
    }

    /** A clock that is set by hand. */
    private static final class Hands extends Clock {
        private Instant now = Instant.EPOCH;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.offset(this, Duration.ZERO);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
