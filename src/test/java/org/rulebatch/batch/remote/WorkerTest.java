package org.rulebatch.batch.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.rulebatch.batch.Postgres;
import org.rulebatch.batch.repository.BatchTable;
import org.rulebatch.batch.repository.Lease;
import org.rulebatch.batch.repository.RepositoryContext;
import org.rulebatch.batch.repository.RepositorySettings;
import org.rulebatch.batch.repository.StopSignal;
import org.rulebatch.batch.step.PartitionTasks;
import org.rulebatch.pipeline.ServicePipeline;
import org.rulebatch.pipeline.ServiceResult;
import org.rulebatch.store.InputException;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.step.StepExecution;

/** A worker, in this process, on a real PostgreSQL. */
final class WorkerTest {

    @RegisterExtension
    private static final Postgres POSTGRES = new Postgres();

    private static final ServicePipeline PIPELINE =
            (service, rules) -> new ServiceResult(service, List.of(), Optional.empty());

    private final StopSignal stop = new StopSignal();

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private RepositoryContext repository;

    @SuppressWarnings("NullAway.Init")
    private Lease lease;

    @BeforeEach
    void open() {
        repository = RepositoryContext.open(RepositorySettings.at(POSTGRES.url(), "postgres", ""));
        lease = Lease.acquire(repository, "out", new StopSignal());
    }

    @AfterEach
    void close() {
        lease.close();
        repository.close();
    }

    @Test
    void aPartitionWhoseWorkerIsGoneIsWorkedOnByAnother() throws Exception {
        // given
        PartitionTasks.Work work = offered(0);
        repository.jdbc().update("update RULE_BATCH_TASK set PICKED = true, LAST_HEARTBEAT = 'epoch'");

        // then
        assertThat(untilIdle(options -> PIPELINE)).isEqualTo(new Worker.Result(1, false, ""));
        assertThat(step(work).getStatus()).isEqualTo(BatchStatus.COMPLETED);
        assertThat(tasks()).isZero();
    }

    @Test
    void aPartitionOfWhichTooManyWorkersHaveDiedFails() throws Exception {
        // given
        PartitionTasks.Work work = offered(DeadPartitions.DEATHS - 1);
        repository
                .jdbc()
                .update(
                        "update RULE_BATCH_TASK set PICKED = true, PICKED_BY = 'process 7 on moon', LAST_HEARTBEAT = 'epoch'");

        // then
        assertThat(untilIdle(options -> PIPELINE)).isEqualTo(new Worker.Result(0, false, ""));
        assertThat(step(work).getStatus()).isEqualTo(BatchStatus.FAILED);
        assertThat(step(work).getExecutionContext().getString(BatchTable.ERROR))
                .isEqualTo("25 workers have died on it, the last one process 7 on moon; see what they said");
        assertThat(tasks()).isZero();
    }

    @Test
    void aPartitionThatAWorkerIsNotMadeForIsLeftToOthers() throws Exception {
        // given
        offered(0);
        PipelineFactory refusing = options -> {
            throw new InputException("no such knowledge");
        };

        // then
        assertThat(untilIdle(refusing)).isEqualTo(new Worker.Result(0, true, ""));
        assertThat(repository.jdbc().queryForObject("select PICKED from RULE_BATCH_TASK", Boolean.class))
                .isFalse();
    }

    @Test
    void aWorkerDropsWhatItsManagerWithdraws() throws Exception {
        // given
        PartitionTasks.Work work = offered(0);
        CountDownLatch begun = new CountDownLatch(1);
        ServicePipeline waiting = (service, rules) -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new IllegalStateException("interrupted");
        };
        CompletableFuture<Worker.Result> worker = CompletableFuture.supplyAsync(() -> work(options -> waiting, null));
        begun.await();

        // when
        new PartitionTasks(repository.jdbc(), "out").withdraw();

        // then
        await().untilAsserted(() -> assertThat(step(work).getStatus()).isEqualTo(BatchStatus.STOPPED));
        stop.request("the test is over");
        assertThat(worker.get().broken()).isEmpty();
    }

    private PartitionTasks.Work offered(int deaths) throws IOException {
        return OfferedPartition.in(repository, folder, lease.token(), deaths);
    }

    private Worker.Result untilIdle(PipelineFactory pipelines) {
        return work(pipelines, Duration.ofSeconds(2));
    }

    private Worker.Result work(PipelineFactory pipelines, @Nullable Duration idle) {
        Worker.Settings settings = new Worker.Settings(1, idle, ObservationRegistry.NOOP);
        try {
            return new Worker(repository, pipelines, settings, stop, line -> {}).work();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private StepExecution step(PartitionTasks.Work work) {
        return Objects.requireNonNull(repository.repository().getStepExecution(work.stepId()));
    }

    private long tasks() {
        return Objects.requireNonNull(
                repository.jdbc().queryForObject("select count(*) from RULE_BATCH_TASK", Long.class));
    }
}
