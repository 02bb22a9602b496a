package org.rulebatch.batch.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.rulebatch.batch.Postgres;
import org.springframework.jdbc.core.JdbcTemplate;

/** What becomes of a partition in a real PostgreSQL. */
final class PartitionTableTest {

    private static final PartitionTable.Work WORK =
            new PartitionTable.Work("20261126_000000", 1, 1, List.of("kms", "s3"), Map.of());

    @RegisterExtension
    private static final Postgres POSTGRES = new Postgres();

    @Test
    void aPartitionThatHasEndedIsNotGivenBack() {
        // given
        JdbcTemplate jdbc = POSTGRES.template();
        PartitionTable table = new PartitionTable(jdbc, Duration.ofSeconds(30));
        table.offer(1, 7, "out", "manager", OutputStore.DB, 2, WORK, 0);
        jdbc.update("update RULE_BATCH_PARTITION set TOKEN = 'mine'");
        PartitionTable.Claim claim = new PartitionTable.Claim("mine", 1, 7, "out", OutputStore.DB, WORK, 0);

        // when
        table.ended(claim, "");
        table.release(1, "mine", true);

        // then
        assertThat(jdbc.queryForObject("select TOKEN from RULE_BATCH_PARTITION", String.class))
                .isEqualTo("mine");
        assertThat(table.lock(claim)).isFalse();
    }
}
