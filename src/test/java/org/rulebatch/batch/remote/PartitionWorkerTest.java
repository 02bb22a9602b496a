package org.rulebatch.batch.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.rulebatch.batch.Postgres;
import org.rulebatch.batch.repository.Lease;
import org.rulebatch.batch.repository.RepositoryContext;
import org.rulebatch.batch.repository.RepositorySettings;
import org.rulebatch.batch.repository.StopSignal;
import org.rulebatch.batch.step.FileTable;
import org.rulebatch.batch.step.PartitionTasks;
import org.rulebatch.batch.step.RunArrivals;
import org.rulebatch.batch.step.ServiceReader;
import org.rulebatch.pipeline.ServicePipeline;
import org.rulebatch.pipeline.ServiceResult;
import org.rulebatch.store.RunFolder;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.step.StepExecution;

/** What becomes of a partition whose worker loses it, in a real PostgreSQL. */
final class PartitionWorkerTest {

    @RegisterExtension
    private static final Postgres POSTGRES = new Postgres();

    private static final PartitionWorker.End LOST =
            new PartitionWorker.End.GivenBack("was given to another worker", Duration.ZERO);
    private static final ServicePipeline PIPELINE =
            (service, rules) -> new ServiceResult(service, List.of(), Optional.empty());

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private RepositoryContext repository;

    @SuppressWarnings("NullAway.Init")
    private PartitionTasks.Work work;

    @BeforeEach
    void open() throws IOException {
        repository = RepositoryContext.open(RepositorySettings.at(POSTGRES.url(), "postgres", ""));
        work = OfferedPartition.in(repository, folder, "manager", 0);
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        repository.close();
    }

    @Test
    void aPartitionIsWorkedOnToItsEnd() {
        assertThat(work(PIPELINE)).isEqualTo(new PartitionWorker.End.Finished("is completed"));
        assertThat(step().getStatus()).isEqualTo(BatchStatus.COMPLETED);
        assertThat(files().has(RunFolder.recordName("s3"))).isTrue();
    }

    @Test
    void aPartitionThatIsTakenBackWithItsFilesBreaksNoWorker() {
        // given
        new RunArrivals(files(), new RunFolder(folder)).forget(List.of("s3"));

        // then
        assertThat(work(PIPELINE)).isEqualTo(LOST);
    }

    @Test
    void aLateWorkerStoresNothing() {
        // given
        ServicePipeline late = (service, rules) -> {
            new PartitionTasks(repository.jdbc(), "out").takeBack(work.stepId());
            return new ServiceResult(service, List.of(), Optional.empty());
        };

        // then
        assertThat(work(late)).isEqualTo(LOST);
        assertThat(files().has(RunFolder.recordName("s3"))).isFalse();
        assertThat(ServiceReader.done(step().getExecutionContext())).isZero();
    }

    @Test
    void aPartitionIsGivenBackWhoseResultsCannotBeStored() {
        // given
        ServicePipeline pipeline = (service, rules) -> {
            repository.jdbc().execute("alter table RULE_BATCH_FILE rename to AWAY");
            return new ServiceResult(service, List.of(), Optional.empty());
        };

        // when
        PartitionWorker.End end = work(pipeline);
        repository.jdbc().execute("alter table AWAY rename to RULE_BATCH_FILE");

        // then
        assertThat(end).isInstanceOf(PartitionWorker.End.GivenBack.class);
        assertThat(end.text()).startsWith("is given back: ");
        assertThat(work(PIPELINE)).isEqualTo(new PartitionWorker.End.Finished("is completed"));
    }

    @Test
    void aPartitionWhoseManagerIsGoneWaits() {
        try (RunPipelines runs = new RunPipelines(options -> PIPELINE, repository.jdbc())) {
            assertThat(partitionWorker(runs).notNow(work))
                    .isEqualTo(new PartitionWorker.End.GivenBack("", Lease.EXPIRY));
        }
    }

    private PartitionWorker.End work(ServicePipeline pipeline) {
        try (RunPipelines runs = new RunPipelines(options -> pipeline, repository.jdbc())) {
            return partitionWorker(runs).work("out/" + work.stepId(), work, new StopSignal());
        }
    }

    private PartitionWorker partitionWorker(RunPipelines runs) {
        return new PartitionWorker(repository, new Worker.Settings(1, null, ObservationRegistry.NOOP), runs, threads);
    }

    private StepExecution step() {
        return Objects.requireNonNull(repository.repository().getStepExecution(work.stepId()));
    }

    private FileTable files() {
        return new FileTable(repository.jdbc(), "out", work.runId());
    }
}
