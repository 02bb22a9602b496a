package org.rulebatch.batch.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.observation.ObservationRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.rulebatch.batch.Postgres;
import org.rulebatch.batch.repository.JobNames;
import org.rulebatch.batch.repository.Lease;
import org.rulebatch.batch.repository.RepositoryContext;
import org.rulebatch.batch.repository.RepositorySettings;
import org.rulebatch.batch.repository.StopSignal;
import org.rulebatch.batch.step.FileTable;
import org.rulebatch.batch.step.OutputStore;
import org.rulebatch.batch.step.PartitionTable;
import org.rulebatch.files.Json;
import org.rulebatch.metadata.Rules;
import org.rulebatch.pipeline.ServicePipeline;
import org.rulebatch.store.OutputFolder;
import org.rulebatch.store.RunFolder;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** What becomes of a partition whose worker loses its database or its claim, in a real PostgreSQL. */
final class LaneTest {

    private static final PartitionTable.Work WORK =
            new PartitionTable.Work("20261126_000000", 1, 1, List.of("s3"), Map.of());

    @RegisterExtension
    private static final Postgres POSTGRES = new Postgres();

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch begun = new CountDownLatch(1);

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private RepositoryContext repository;

    @SuppressWarnings("NullAway.Init")
    private PartitionTable table;

    @BeforeEach
    void open() {
        repository = RepositoryContext.open(RepositorySettings.at(POSTGRES.url(), "postgres", ""));
        table = new PartitionTable(repository.jdbc(), Lease.EXPIRY);
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        repository.close();
    }

    @Test
    void aPartitionThatEndsBecauseTheDatabaseIsAwayIsGivenBackToOthers() throws Exception {
        // given
        PartitionTable.Claim claim = claim();
        Path rules = Files.writeString(
                folder.resolve("rules"), Json.COMPACT.writeValueAsString(Rules.of("aws.s3.bucket.versioning_enabled")));
        new FileTable(repository.jdbc(), "out", WORK.runId()).put(RunFolder.rulesName("s3"), rules);
        PGSimpleDataSource nowhere = new PGSimpleDataSource();
        nowhere.setURL("jdbc:postgresql://127.0.0.1:1/postgres");
        PartitionTable away = new PartitionTable(new JdbcTemplate(nowhere), Lease.EXPIRY);

        // when
        Lane.End end = work(claim, new Claims(away, Duration.ZERO));

        // then
        assertThat(begun.getCount()).isZero();
        assertThat(end).isEqualTo(new Lane.End("is given back", false, false));
        assertThat(table.lock(claim)).isFalse();
        assertThat(repository.jdbc().queryForObject("select ENDED from RULE_BATCH_PARTITION", Boolean.class))
                .isFalse();
    }

    @Test
    void aPartitionThatIsTakenBackWithItsFilesBreaksNoWorker() throws Exception {
        // given
        PartitionTable.Claim claim = claim();
        table.remove(claim.stepId());

        // when
        Lane.End end = work(claim, new Claims(table, Lease.EXPIRY));

        // then
        assertThat(end).isEqualTo(new Lane.End("was given to another worker", false, false));
    }

    private Lane.End work(PartitionTable.Claim claim, Claims held) {
        try (Claims claims = held;
                RunPipelines runs = new RunPipelines(options -> waiting(), repository.jdbc())) {
            OutputFolder none = new OutputFolder(folder.resolve("none"));
            Worker.Settings settings = new Worker.Settings(none, 1, null, ObservationRegistry.NOOP);
            return new Lane(repository, settings, table, claims, runs, threads).work(claim, new StopSignal());
        }
    }

    /** Works on a service until it is interrupted. */
    private ServicePipeline waiting() {
        return (service, rules) -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new IllegalStateException("interrupted");
        };
    }

    private PartitionTable.Claim claim() {
        repository.jdbc().update("delete from RULE_BATCH_PARTITION");
        JobRepository jobs = repository.repository();
        JobParameters none = new JobParameters();
        JobExecution job =
                jobs.createJobExecution(jobs.createJobInstance(folder.toString(), none), none, new ExecutionContext());
        long stepId = jobs.createStepExecution(JobNames.WORKER, job).getId();
        table.offer(stepId, job.getId(), "out", "manager", OutputStore.DB, 1, WORK, 0);
        repository.jdbc().update("update RULE_BATCH_PARTITION set TOKEN = 'mine'");
        return new PartitionTable.Claim("mine", stepId, job.getId(), "out", OutputStore.DB, WORK, 0);
    }
}
