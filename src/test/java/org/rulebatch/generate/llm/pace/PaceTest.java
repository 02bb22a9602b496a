package org.rulebatch.generate.llm.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rulebatch.generate.RunHaltedException;
import org.rulebatch.generate.llm.http.ServerErrors;

/** Ensures that calls wait as long as they have to, and what a server's headers say of it. */
final class PaceTest {

    private final CallGate gate = new CallGate();

    @Test
    void letsNoMoreCallsInThanMayBeInFlight() throws Exception {
        Pace pace = pace(1_000_000, 1);
        Pace.Slot first = pace.enter(1);

        CompletableFuture<Pace.Slot> second = CompletableFuture.supplyAsync(() -> pace.enter(1));

        assertThat(second).isNotDone();
        first.close();
        second.get(10, TimeUnit.SECONDS).close();
    }

    @Test
    void letsNobodyInWhileTheServerWantsToBeLeftAlone() {
        Pace pace = pace(1_000_000, 8);
        long before = System.nanoTime();
        pace.pause(Duration.ofMillis(60));

        pace.enter(1).close();

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(60));
    }

    @Test
    void keepsToTheLowerLimitThatTheServerStates() {
        Pace pace = pace(6_000_000, 8);
        pace.seen(headers(Map.of("x-ratelimit-limit-requests", "1200")));
        long before = System.nanoTime();

        for (int i = 0; i < 24; i++) {
            pace.enter(1).close();
        }

        // 1,200 a minute are 20 a second at once, and one more every 50 ms.
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(150));
    }

    @Test
    void waitsUntilTheLimitIsSetBackWhenNothingRemains() {
        Pace pace = pace(1_000_000, 8);
        long before = System.nanoTime();
        pace.seen(headers(Map.of("x-ratelimit-remaining-tokens", "0", "x-ratelimit-reset-tokens", "60ms")));

        pace.enter(1).close();

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(60));
    }

    @Test
    void letsThoseWhoWaitGoWhenAllAskingEnds() {
        Pace pace = pace(1_000_000, 8);
        pace.pause(Duration.ofMinutes(1));
        CompletableFuture<Pace.Slot> waiting = CompletableFuture.supplyAsync(() -> pace.enter(1));

        gate.close("enough");

        assertThatThrownBy(() -> waiting.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(RunHaltedException.class);
    }

    @ParameterizedTest
    @CsvSource({"1s, 1000", "6m0s, 360000", "120ms, 120", "1h2m3.5s, 3723500", "'', 0", "soon, 0"})
    void readsWhenALimitIsSetBack(String text, long millis) {
        assertThat(Resets.parse(text)).isEqualTo(Duration.ofMillis(millis));
    }

    @Test
    void readsHowLongToWaitToTheSecond() {
        assertThat(ServerErrors.retryAfter(headers(Map.of("Retry-After", "7")))).isEqualTo(Duration.ofSeconds(7));
        assertThat(ServerErrors.retryAfter(headers(Map.of("retry-after-ms", "1500"))))
                .isEqualTo(Duration.ofMillis(1500));
        assertThat(ServerErrors.retryAfter(headers(Map.of()))).isNull();
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(90));
        assertThat(ServerErrors.retryAfter(headers(Map.of("Retry-After", date))))
                .isBetween(Duration.ofSeconds(80), Duration.ofSeconds(90));
    }

    private Pace pace(int requestsPerMinute, int inFlight) {
        Limits limits = new Limits(
                requestsPerMinute,
                1_000_000_000,
                inFlight,
                3,
                Duration.ofMillis(1),
                Duration.ofMillis(2),
                Duration.ofSeconds(1));
        return new Pace(limits, gate);
    }

    private static HttpHeaders headers(Map<String, String> headers) {
        Map<String, List<String>> all = new TreeMap<>();
        headers.forEach((name, value) -> all.put(name, List.of(value)));
        return HttpHeaders.of(all, (name, value) -> true);
    }

    /** Two processes that take what they can from one account, over a quarter of an hour: no minute may see more. */
    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "10, 1", "120, 1", "500, 1", "500, 8", "200000, 1400", "200000, 3333"})
    void noMinuteSeesMoreThanItsLimit(int perMinute, long each) {
        // given
        AtomicLong now = new AtomicLong();
        Bucket bucket = Bucket.builder()
                .addLimit(Pace.bandwidth(perMinute))
                .withCustomTimePrecision(new TimeMeter() {
                    @Override
                    public long currentTimeNanos() {
                        return now.get();
                    }

                    @Override
                    public boolean isWallClockBased() {
                        return false;
                    }
                })
                .build();
        List<Quota.Account> processes = List.of(Quota.Account.of(bucket), Quota.Account.of(bucket));
        List<Long> taken = new ArrayList<>();

        // when: both rest for a while now and then, and come back with all their hunger
        while (now.get() < Duration.ofMinutes(15).toNanos()) {
            long soonest = Long.MAX_VALUE;
            for (Quota.Account process : processes) {
                long wait = process.take(each);
                if (wait == 0) {
                    taken.add(now.get());
                }
                soonest = Math.min(soonest, wait == 0 ? 1 : wait);
            }
            boolean rests = taken.size() % 97 == 96;
            now.addAndGet(rests ? Duration.ofSeconds(5).toNanos() : soonest);
        }

        // then
        long minute = Duration.ofMinutes(1).toNanos();
        int from = 0;
        long most = 0;
        for (int to = 0; to < taken.size(); to++) {
            while (taken.get(to) - taken.get(from) >= minute) {
                from++;
            }
            most = Math.max(most, (to - from + 1) * each);
        }
        assertThat(most).isLessThanOrEqualTo(perMinute);
        assertThat(taken.size() * each).as("and not much less").isGreaterThan(15L * perMinute * 4 / 10);
    }

    @Test
    void takesAllOfACallThatIsLargerThanWhatMayBeTakenAtOnce() {
        AtomicLong counted = new AtomicLong();
        Quota quota = (name, limit) -> new Quota.Account() {
            @Override
            public long take(long count) {
                counted.addAndGet(name.startsWith("tokens") ? count : 0);
                return 0;
            }

            @Override
            public void limit(Bandwidth other) {}
        };
        Limits limits = new Limits(600, 6_000, 1, 3, Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofSeconds(1));

        new Pace(limits, quota, "", gate).enter(1_450).close();

        assertThat(counted).hasValue(1_450);
    }

    @Test
    void endsAllAskingWhereTheServerWantsToBeLeftAloneForLongerThanARunWaits() {
        Pace pace = pace(1_000_000, 8);
        pace.pause(Duration.ofSeconds(601));

        assertThatThrownBy(() -> pace.enter(1))
                .isInstanceOf(RunHaltedException.class)
                .hasMessageContaining("asks to wait until");
    }

    @Test
    void manyShortRefusalsAreNotWaitedForLongerThanALongOne() {
        // given
        AtomicLong now = new AtomicLong();
        Refusals refusals = new Refusals(now::get);

        // then
        assertThat(refusals.refused(Duration.ofMinutes(4))).isNull();
        now.addAndGet(Duration.ofMinutes(4).toNanos());
        assertThat(refusals.refused(Duration.ofMinutes(4))).isNull();
        now.addAndGet(Duration.ofMinutes(4).toNanos());
        assertThat(refusals.refused(Duration.ofMinutes(4))).contains("10 minutes");
        refusals.answered();
        assertThat(refusals.refused(Duration.ofMinutes(4))).isNull();
    }
}
