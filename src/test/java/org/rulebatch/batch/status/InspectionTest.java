package org.rulebatch.batch.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rulebatch.batch.Bench;
import org.rulebatch.batch.FixedPipeline;
import org.rulebatch.batch.RunResult;
import org.rulebatch.batch.repository.Owner;
import org.rulebatch.batch.repository.Part;
import org.rulebatch.batch.repository.RunReference;
import org.rulebatch.batch.step.Workplace;
import org.rulebatch.store.InputException;

final class InspectionTest {

    @TempDir
    private Path folder;

    private final FixedPipeline pipeline = new FixedPipeline();
    private Bench bench;

    @BeforeEach
    void open() {
        bench = new Bench(folder).with(pipeline);
    }

    @Test
    void anEmptyFolderHasNoRunsAndGetsNoRepository() {
        assertThat(bench.inspector().runs()).isEmpty();
        assertThatThrownBy(() -> bench.inspector().run(RunReference.last()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("start one with --job=generateRules");
        assertThat(bench.output.path()).doesNotExist();
    }

    @Test
    void aRunShowsItsBatchesServicesAndErrors() throws IOException {
        // given
        bench.services("ec2", "iam", "kms", "s3");
        pipeline.failing.add("kms");
        bench.start(2, false);

        // when
        RunDetail detail = bench.inspector().run(RunReference.last());

        // then
        assertThat(detail.run().state()).isEqualTo("failed");
        assertThat(detail.run().progress()).isEqualTo("1/2");
        assertThat(detail.run().rules()).isEqualTo(8);
        assertThat(detail.run().lastError()).isEqualTo("batch 2: kms: IllegalStateException: no luck with kms");
        assertThat(detail.batches()).extracting(BatchView::state).containsExactly("complete", "failed");
        assertThat(detail.batches().get(1).services())
                .extracting(BatchView.ServiceView::state)
                .containsExactly("failed", "pending");
        assertThat(detail.batches().get(0).services())
                .extracting(BatchView.ServiceView::state)
                .containsOnly("done");
    }

    @Test
    void aRunIsSeenWhileItGoesOn() throws IOException {
        // given
        bench.services("ec2", "s3");
        List<RunDetail> seen = new ArrayList<>();
        bench.with((service, rules) -> {
            if (service.equals("ec2")) {
                await().atMost(Duration.ofSeconds(20))
                        .until(
                                () -> bench.inspector().run(RunReference.last()),
                                run -> run.batches().get(0).state().equals("running"));
                seen.add(bench.inspector().run(RunReference.last()));
            }
            return pipeline.process(service, rules);
        });

        // when
        bench.start(2, false);

        // then
        RunDetail detail = seen.get(0);
        assertThat(detail.run().state()).isEqualTo("running");
        assertThat(detail.run().owner())
                .isEqualTo("process " + ProcessHandle.current().pid() + " on "
                        + Owner.thisProcess().host());
        assertThat(detail.batches().get(0).state()).isEqualTo("running");
    }

    @Test
    void runsAreListedTheNewestFirstWithWhatReplacedThem() throws IOException {
        // given
        bench.services("ec2", "s3");
        pipeline.failing.add("s3");
        bench.start();
        pipeline.failing.clear();
        bench.rerun("last", Part.ofBatches(new TreeSet<>(List.of(2))));

        // then
        assertThat(bench.inspector().runs()).extracting(RunView::state).containsExactly("complete", "replaced");
        assertThat(bench.inspector().runs()).extracting(RunView::parts).containsExactly("batches 2", "");
    }

    @Test
    void anAbandonedRunIsOutOfTheWay() throws IOException {
        // given
        bench.services("s3");
        pipeline.failing.add("s3");
        bench.start();
        pipeline.failing.clear();

        // when
        try (Workplace place = bench.open()) {
            bench.housekeeping(place).abandon(RunReference.parse("1"));
        }

        // then
        assertThat(bench.inspector().runs()).extracting(RunView::state).containsExactly("abandoned");
        assertThatThrownBy(() -> bench.restart("1"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("abandoned");
        assertThat(bench.start().instanceId()).isNotEqualTo(1);
    }

    @Test
    void oldCompleteRunsArePurgedAndTheirOutputStays() throws IOException {
        // given
        bench.services("s3");
        RunResult complete = bench.start();
        bench.services("ec2");
        pipeline.failing.add("ec2");
        RunResult failed = bench.start();

        // when
        List<Long> none;
        List<Long> purged;
        try (Workplace place = bench.open()) {
            none = bench.housekeeping(place).purge(Duration.ofDays(30));
            purged = bench.housekeeping(place).purge(Duration.ZERO);
        }

        // then
        assertThat(none).isEmpty();
        assertThat(purged).containsExactly(complete.instanceId());
        assertThat(bench.inspector().runs()).extracting(RunView::id).containsExactly(failed.instanceId());
        assertThat(bench.output.run(complete.runId()).path()).doesNotExist();
        assertThat(bench.output.summary()).exists();
    }
}
