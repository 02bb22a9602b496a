package org.rulebatch.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.rulebatch.batch.repository.AlreadyRunningException;
import org.rulebatch.batch.repository.Owner;
import org.rulebatch.batch.repository.Part;
import org.rulebatch.batch.repository.RepositorySettings;
import org.rulebatch.batch.repository.RunReference;
import org.rulebatch.batch.status.RunView;
import org.rulebatch.batch.step.Workplace;
import org.rulebatch.report.RunStatus;

/** The job on a real PostgreSQL, shared by several output folders. */
final class PostgresTest {

    @RegisterExtension
    private static final Postgres POSTGRES = new Postgres();

    @TempDir
    private Path folder;

    private final FixedPipeline pipeline = new FixedPipeline();

    @Test
    void aRunFailsIsRestartedAndInspectedAsOnH2() throws IOException {
        // given
        Bench bench = bench("one").services("ec2", "kms", "s3");
        pipeline.failing.add("kms");

        // when
        RunResult failed = bench.start();

        // then
        assertThat(failed.status()).isEqualTo(RunStatus.FAILED);
        assertThat(bench.inspector().run(RunReference.last()).run().lastError())
                .isEqualTo("batch 2: kms: IllegalStateException: no luck with kms");

        // when
        pipeline.failing.clear();
        pipeline.takeProcessed();
        RunResult restarted = bench.restart("last");

        // then
        assertThat(pipeline.takeProcessed()).containsExactly("kms");
        assertThat(restarted.status()).isEqualTo(RunStatus.COMPLETE);
        assertThat(bench.rerun("last", Part.ofBatches(new TreeSet<>(List.of(1))))
                        .status())
                .isEqualTo(RunStatus.COMPLETE);
        assertThat(bench.output.hidden().resolve("repository.mv.db")).doesNotExist();
    }

    @Test
    void foldersThatShareADatabaseDoNotSeeEachOther() throws IOException {
        // given
        Bench first = bench("a").services("s3");
        Bench second = bench("b").services("s3");
        first.start();

        // then
        assertThat(second.inspector().runs()).isEmpty();

        // when
        try (Workplace held = first.open()) {
            assertThat(second.start().status()).isEqualTo(RunStatus.COMPLETE);
            assertThatThrownBy(first::start)
                    .isInstanceOf(AlreadyRunningException.class)
                    .hasMessageContaining("process " + Owner.thisProcess().pid());
            assertThat(held).isNotNull();
        }
    }

    @Test
    void runsOfOneIdInTwoFoldersAreTwo() throws IOException {
        // given
        Clock second = Clock.fixed(Instant.parse("2026-11-25T02:00:00Z"), ZoneOffset.UTC);
        Bench failing = bench("cron-a").with(second).services("ec2", "kms");
        Bench fine = bench("cron-b").with(second).services("ec2", "s3");
        pipeline.failing.add("kms");

        // when
        failing.start();
        fine.start();

        // then
        RunView failed = failing.inspector().run(RunReference.last()).run();
        RunView complete = fine.inspector().run(RunReference.last()).run();
        assertThat(failed.runId()).isEqualTo(complete.runId());
        assertThat(failed.lastError()).isEqualTo("batch 2: kms: IllegalStateException: no luck with kms");
        assertThat(complete.lastError()).isNull();
    }

    private Bench bench(String name) {
        return new Bench(folder.resolve(name))
                .with(pipeline)
                .with(RepositorySettings.at(POSTGRES.url(), "postgres", ""));
    }
}
