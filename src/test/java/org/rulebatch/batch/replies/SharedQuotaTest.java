package org.rulebatch.batch.replies;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.Bandwidth;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.rulebatch.batch.Postgres;
import org.rulebatch.generate.llm.pace.Quota;

/** One limit that several processes share through a real PostgreSQL. */
final class SharedQuotaTest {

    @RegisterExtension
    private static final Postgres POSTGRES = new Postgres();

    @Test
    void whatOneTakesTheOthersCannot() {
        // given
        List<Quota.Account> accounts = IntStream.range(0, 4)
                .mapToObj(process -> quota().account("shared", tenAnHour()))
                .toList();

        // when
        List<CompletableFuture<Long>> taken = IntStream.range(0, 12)
                .mapToObj(i ->
                        CompletableFuture.supplyAsync(() -> accounts.get(i % 4).take(1)))
                .toList();

        // then
        assertThat(taken)
                .extracting(CompletableFuture::join)
                .filteredOn(wait -> wait == 0)
                .hasSize(10);
        assertThat(accounts.get(0).take(1)).isBetween(1L, Duration.ofHours(1).toNanos());
        assertThat(quota().account("of another model", tenAnHour()).take(10)).isZero();
    }

    @Test
    void aLowerLimitHoldsForAll() {
        // given
        Quota.Account one = quota().account("lowered", tenAnHour());
        Quota.Account other = quota().account("lowered", tenAnHour());

        // when
        one.limit(anHour(2));

        // then
        assertThat(other.take(3)).as("never there, so half of it is taken").isZero();
        assertThat(other.take(2)).isPositive();
        assertThat(other.take(1)).isZero();
        assertThat(one.take(1)).isPositive();
    }

    private static Quota quota() {
        return new SharedQuota(POSTGRES.template());
    }

    private static Bandwidth tenAnHour() {
        return anHour(10);
    }

    private static Bandwidth anHour(int capacity) {
        return Bandwidth.builder()
                .capacity(capacity)
                .refillIntervally(capacity, Duration.ofHours(1))
                .build();
    }
}
