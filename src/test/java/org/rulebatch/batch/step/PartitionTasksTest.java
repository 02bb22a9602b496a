package org.rulebatch.batch.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.rulebatch.batch.Postgres;
import org.springframework.jdbc.core.JdbcTemplate;

/** The order and the fate of tasks in a real PostgreSQL. */
final class PartitionTasksTest {

    @RegisterExtension
    private static final Postgres POSTGRES = new Postgres();

    private final JdbcTemplate jdbc = POSTGRES.template();

    @Test
    void theLargestPartitionsOfAllRunsComeFirst() {
        // given
        jdbc.update("delete from RULE_BATCH_TASK");

        // when
        offer("one", 1, 2, 3);
        offer("two", 4, 5);

        // then
        String inOrder = "select TASK_INSTANCE from RULE_BATCH_TASK order by PRIORITY desc, EXECUTION_TIME";
        assertThat(jdbc.queryForList(inOrder, String.class))
                .containsExactly("one/1", "two/4", "one/2", "two/5", "one/3");
    }

    @Test
    void theTasksOfOneFolderAreWithdrawnAndTakenBack() {
        // given
        jdbc.update("delete from RULE_BATCH_TASK");
        offer("one", 1, 2);
        offer("two", 3);
        PartitionTasks tasks = new PartitionTasks(jdbc, "one");

        // when
        tasks.withdraw();

        // then
        String due = "select TASK_INSTANCE from RULE_BATCH_TASK where EXECUTION_TIME <= clock_timestamp()";
        assertThat(jdbc.queryForList(due, String.class)).containsExactly("two/3");

        // when
        tasks.takeAllBack();

        // then
        assertThat(jdbc.queryForList("select TASK_INSTANCE from RULE_BATCH_TASK", String.class))
                .containsExactly("two/3");
    }

    @Test
    void deathsAreCountedSinceAServiceWasLastCommitted() {
        PartitionTasks.Work work = work("one", 1).died(0).died(0);
        assertThat(work.deaths()).isEqualTo(2);
        assertThat(work.died(1).deaths()).isEqualTo(1);
        assertThat(work.died(1).died(1).deaths()).isEqualTo(2);
    }

    private void offer(String outputId, long... steps) {
        new PartitionTasks(jdbc, outputId)
                .offer(LongStream.of(steps)
                        .mapToObj(step -> work(outputId, step))
                        .toList());
    }

    private static PartitionTasks.Work work(String outputId, long step) {
        return new PartitionTasks.Work(
                outputId, "manager", step, "20261126_000000", 1, 1, List.of("kms", "s3"), Map.of(), 0, 0);
    }
}
