package org.rulebatch.generate.llm.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rulebatch.generate.RunHaltedException;
import org.rulebatch.generate.llm.http.ServerErrors;

/** Ensures that calls wait as long as they have to, and what a server's headers say of it. */
final class PaceTest {

    private final Halt halt = new Halt();

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

        halt.now("enough");

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
        return new Pace(limits, halt);
    }

    private static HttpHeaders headers(Map<String, String> headers) {
        Map<String, List<String>> all = new TreeMap<>();
        headers.forEach((name, value) -> all.put(name, List.of(value)));
        return HttpHeaders.of(all, (name, value) -> true);
    }
}
