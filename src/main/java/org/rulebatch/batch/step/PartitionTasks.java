package org.rulebatch.batch.step;

import com.github.kagkarlsson.scheduler.Clock;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.rulebatch.batch.repository.JobNames;
import org.rulebatch.files.Json;
import org.springframework.batch.core.BatchStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The partitions that the manager of an output folder hands out, each as a task of db-scheduler, which workers execute. A task is
 * there from its offer until a worker has brought its step to an end, or the manager has taken it back. Who works on a step is
 * known by the step's version in Spring Batch's table: a worker whose version is no longer the step's can commit nothing.
 */
public final class PartitionTasks {

    public static final TaskDescriptor<Work> TASK = TaskDescriptor.of(JobNames.WORKER, Work.class);

    public static final String TABLE = "RULE_BATCH_TASK";

    /** Under this key a worker leaves in the step's context why the run cannot go on. */
    public static final String HALTED = "halted";

    /** A worker without a heartbeat for so long is taken for dead. */
    public static final Duration EXPIRY = Duration.ofSeconds(10);

    /** Tasks as JSON: whoever may write to a shared database must not reach code in those who read it. */
    public static final Serializer JSON = new Serializer() {
        @Override
        public byte[] serialize(Object data) {
            return Json.COMPACT.writeValueAsBytes(data);
        }

        @Override
        public <T> T deserialize(Class<T> kind, byte[] data) {
            return Json.COMPACT.readValue(data, kind);
        }
    };

    private static final String LOOK =
            """
            select s.STEP_EXECUTION_ID, s.VERSION, s.STATUS,
              coalesce(t.EXECUTION_TIME < 'infinity', false) as OFFERED,
              coalesce(t.PICKED and t.LAST_HEARTBEAT > clock_timestamp() - make_interval(secs => :expiry), false) as BEATS
            from BATCH_STEP_EXECUTION s
            left join RULE_BATCH_TASK t on t.TASK_NAME = :task and t.TASK_INSTANCE = :output || '/' || s.STEP_EXECUTION_ID
            where s.JOB_EXECUTION_ID = :job and s.STEP_NAME like :task || ':%'
            """;

    /** A task that is never due, and that is another one than its worker's. */
    private static final String WITHDRAW =
            """
            update RULE_BATCH_TASK set VERSION = VERSION + 1, PICKED = false, EXECUTION_TIME = 'infinity'
            where TASK_NAME = :task and TASK_INSTANCE like :tasks
            """;

    private static final String TAKE_BACK =
            """
            with TAKEN as (
              delete from RULE_BATCH_TASK where TASK_NAME = :task and TASK_INSTANCE like :tasks returning TASK_INSTANCE)
            update BATCH_STEP_EXECUTION set VERSION = VERSION + 1
            where STEP_EXECUTION_ID in (select split_part(TASK_INSTANCE, '/', 2)::bigint from TAKEN)
            """;

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final String outputId;

    /**
     * What a worker has to know of a partition beside its step.
     *
     * @param manager the token of the manager's lease
     * @param runNumber counts the instances over the same input
     * @param options what the run was started with
     * @param done services that were committed when a worker last died
     * @param deaths of workers, since a service was last committed
     */
    public record Work(
            String outputId,
            String manager,
            long stepId,
            String runId,
            long runNumber,
            int batch,
            List<String> services,
            Map<String, String> options,
            int done,
            int deaths) {

        /** The same after a death; a worker that has come further has not died of what its predecessors died of. */
        public Work died(int newDone) {
            int count = newDone > done ? 1 : deaths + 1;
            return new Work(outputId, manager, stepId, runId, runNumber, batch, services, options, newDone, count);
        }
    }

    /**
     * A partition as its manager sees it.
     *
     * @param isOffered whether it has a task that is not withdrawn: it waits for a worker, or one is at work
     * @param beats whether a worker is at work whose last heartbeat is young enough
     */
    public record Seen(long stepId, long version, BatchStatus status, boolean isOffered, boolean beats) {

        /** Whether some worker may still commit something. */
        public boolean isAtWork() {
            return isOffered ? beats : status == BatchStatus.STARTED || status == BatchStatus.STOPPING;
        }
    }

    public PartitionTasks(JdbcTemplate jdbc, String outputId) {
        this.template = jdbc;
        this.jdbc = JdbcClient.create(jdbc);
        this.outputId = outputId;
    }

    /** The database's time, as this machine's clock tells it from now on: heartbeats of many machines are compared. */
    public static Clock clock(JdbcTemplate jdbc) {
        OffsetDateTime there =
                Objects.requireNonNull(jdbc.queryForObject("select clock_timestamp()", OffsetDateTime.class));
        Duration ahead = Duration.between(Instant.now(), there.toInstant());
        return () -> Instant.now().plus(ahead);
    }

    /**
     * Offers partitions. The first has the highest priority, whatever its size: the largest partitions of all runs come before the
     * second largest, so that runs take turns.
     */
    public void offer(List<Work> largestFirst) {
        List<TaskInstance<?>> tasks = new ArrayList<>();
        for (Work work : largestFirst) {
            int priority = -Math.min(tasks.size(), Short.MAX_VALUE);
            tasks.add(TASK.instance(outputId + "/" + work.stepId())
                    .data(work)
                    .priority(priority)
                    .build());
        }
        SchedulerClient.Builder.create(Objects.requireNonNull(template.getDataSource()))
                .tableName(TABLE)
                .serializer(JSON)
                .jdbcCustomization(new PostgreSqlJdbcCustomization(false, false))
                .enablePriority()
                .build()
                .scheduleBatch(tasks, clock(template).now());
    }

    /** The partitions of a job execution of this folder. */
    public List<Seen> look(long jobId) {
        return jdbc.sql(LOOK)
                .param("expiry", EXPIRY.toSeconds())
                .param("task", TASK.getTaskName())
                .param("output", outputId)
                .param("job", jobId)
                .query((row, n) -> new Seen(
                        row.getLong("STEP_EXECUTION_ID"),
                        row.getLong("VERSION"),
                        BatchStatus.valueOf(row.getString("STATUS")),
                        row.getBoolean("OFFERED"),
                        row.getBoolean("BEATS")))
                .list();
    }

    /** Asks the workers of this folder to stop, who miss their tasks at the next heartbeat; no worker takes another one. */
    public void withdraw() {
        update(WITHDRAW, "%");
    }

    /** Takes a partition back: whatever a worker still does for it is refused from now on. */
    public void takeBack(long stepId) {
        update(TAKE_BACK, Long.toString(stepId));
    }

    /** Takes all partitions of this folder back. */
    public void takeAllBack() {
        update(TAKE_BACK, "%");
    }

    private void update(String statement, String steps) {
        jdbc.sql(statement)
                .param("task", TASK.getTaskName())
                .param("tasks", outputId + "/" + steps)
                .update();
    }

    /** Whether a worker's execution is still its own: neither withdrawn nor given to another worker. */
    public static boolean isHeld(JdbcTemplate jdbc, Execution execution) {
        return JdbcClient.create(jdbc)
                .sql("select exists (select 1 from RULE_BATCH_TASK"
                        + " where TASK_NAME = :task and TASK_INSTANCE = :instance and VERSION = :version)")
                .param("task", execution.getTaskName())
                .param("instance", execution.getId())
                .param("version", execution.version)
                .query(Boolean.class)
                .single();
    }
}
