package org.rulebatch.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rulebatch.batch.repository.RunReference;
import org.rulebatch.batch.status.RunView;
import org.rulebatch.batch.status.StopRequest;
import org.rulebatch.pipeline.ServiceResult;
import org.rulebatch.report.RunStatus;
import org.rulebatch.store.InputException;

final class StopTest {

    @TempDir
    private Path folder;

    private final FixedPipeline pipeline = new FixedPipeline();

    @Test
    void aStopFinishesTheServiceInHandAndARestartTheRest() throws IOException {
        // given
        Bench bench = new Bench(folder).services("ec2", "iam", "kms", "s3");
        bench.with((service, rules) -> {
            if (service.equals("iam")) {
                bench.stop.request("a test");
            }
            return pipeline.process(service, rules);
        });

        // when
        RunResult stopped = bench.start(4, false);

        // then
        assertThat(stopped.status()).isEqualTo(RunStatus.STOPPED);
        assertThat(stopped.report()).isNull();
        assertThat(pipeline.takeProcessed()).containsExactly("ec2", "iam");
        assertThat(bench.json("run_metadata.json").path("status").asString()).isEqualTo("stopped");
        assertThat(bench.json("run_metadata.json").path("completed_batches").asInt())
                .isZero();

        // when
        RunResult restarted = new Bench(folder).with(pipeline).restart("last");

        // then
        assertThat(pipeline.takeProcessed()).containsExactly("kms", "s3");
        assertThat(restarted.status()).isEqualTo(RunStatus.COMPLETE);
    }

    @Test
    void aStopAfterTheLastServiceLeavesTheSummaryToTheRestart() throws IOException {
        // given
        Bench bench = new Bench(folder).with(pipeline).services("s3");
        bench.progress.whenBatchIsDone = () -> bench.stop.request("a test");

        // when
        RunResult stopped = bench.start();

        // then
        assertThat(stopped.status()).isEqualTo(RunStatus.STOPPED);
        assertThat(bench.output.summary().resolve("report.html")).doesNotExist();
        assertThat(new Bench(folder).with(pipeline).restart("last").status()).isEqualTo(RunStatus.COMPLETE);
    }

    @Test
    void aStopWhileTheRulesAreReadStartsNothing() throws IOException {
        Bench bench = new Bench(folder).with(pipeline).services("s3");
        bench.stop.request("a test");
        assertThatThrownBy(bench::start).isInstanceOf(NotStartedException.class);
        assertThat(bench.inspector().runs()).isEmpty();
        assertThat(bench.output.runs()).isEmptyDirectory();
    }

    @Test
    void aServiceThatDoesNotEndIsDropped() throws IOException {
        // given
        Bench bench = new Bench(folder).services("ec2", "s3");
        CountDownLatch interrupted = new CountDownLatch(1);
        bench.with((service, rules) ->
                service.equals("ec2") ? endless(bench, interrupted) : pipeline.process(service, rules));

        // when
        RunResult stopped = bench.start();

        // then
        assertThat(stopped.status()).isEqualTo(RunStatus.STOPPED);
        assertThat(interrupted.getCount()).isZero();
        assertThat(new Bench(folder).with(pipeline).restart("last").status()).isEqualTo(RunStatus.COMPLETE);
    }

    @Test
    void aStopFromAnotherPlaceIsSeenThroughTheDatabase() throws Exception {
        // given
        Bench bench = new Bench(folder).services("ec2", "s3");
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        bench.with((service, rules) -> waiting(started, never));
        Thread run = new Thread(bench::start);
        run.start();
        started.await();

        // when
        RunView ended = new StopRequest(bench.output, bench.settings()).send(RunReference.last());

        // then
        run.join();
        assertThat(ended.state()).isEqualTo("stopped");
        assertThat(ended.owner()).isNull();
    }

    @Test
    void whatIsNotRunningCannotBeStopped() throws IOException {
        Bench bench = new Bench(folder).with(pipeline).services("s3");
        bench.start();
        assertThatThrownBy(() -> new StopRequest(bench.output, bench.settings()).send(RunReference.last()))
                .isInstanceOf(InputException.class)
                .hasMessage("Run 1 is not running: it is complete.");
    }

    private static ServiceResult endless(Bench bench, CountDownLatch interrupted) {
        bench.stop.request("a test");
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            interrupted.countDown();
        }
        return new ServiceResult("ec2", List.of(), Optional.empty());
    }

    private static ServiceResult waiting(CountDownLatch started, CountDownLatch never) {
        started.countDown();
        try {
            never.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("interrupted");
    }
}
