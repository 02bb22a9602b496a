package org.rulebatch.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rulebatch.batch.repository.Part;
import org.rulebatch.batch.step.Workplace;
import org.rulebatch.report.Counts;
import org.rulebatch.report.FinalReport;
import org.rulebatch.report.RunStatus;
import org.rulebatch.store.InputException;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** The job on a real H2 file, with a pipeline whose outcome is known. */
final class GenerateRulesTest {

    @TempDir
    private Path folder;

    private final FixedPipeline pipeline = new FixedPipeline();
    private Bench bench;

    @BeforeEach
    void open() {
        bench = new Bench(folder).with(pipeline);
    }

    @Test
    void aRunWritesEveryFileOfTheContract() throws IOException {
        // given
        bench.services("ec2", "iam", "s3").rule("kms", "aws.kms.key.manual");

        // when
        RunResult result = bench.start(2, false);

        // then
        assertThat(result.status()).isEqualTo(RunStatus.COMPLETE);
        assertThat(FolderState.of(bench.output.path()).keySet())
                .containsExactlyInAnyOrder(
                        "run_metadata.json",
                        "rule.schema.json",
                        "examples.schema.json",
                        "batch_001/services.txt",
                        "batch_001/requirements_validated.json",
                        "batch_001/ec2_generated.yaml",
                        "batch_001/ec2_examples.yaml",
                        "batch_001/iam_generated.yaml",
                        "batch_001/iam_examples.yaml",
                        "batch_002/services.txt",
                        "batch_002/requirements_validated.json",
                        "batch_002/s3_generated.yaml",
                        "batch_002/s3_examples.yaml",
                        "summary/all_validated_requirements.json",
                        "summary/all_generated_yamls/ec2_generated.yaml",
                        "summary/all_generated_yamls/iam_generated.yaml",
                        "summary/all_generated_yamls/s3_generated.yaml",
                        "summary/orchestrator_final_report.json",
                        "summary/rule.schema.json",
                        "summary/report.html");
        assertThat(bench.output.path().resolve("batch_002/services.txt")).hasContent("kms\ns3\n");
        assertThat(bench.json("batch_002/requirements_validated.json").propertyNames())
                .containsExactly("kms", "s3");
        assertThat(bench.json("summary/all_validated_requirements.json").propertyNames())
                .containsExactly("ec2", "iam", "kms", "s3");
    }

    @Test
    void runMetadataSaysHowTheRunEnded() throws IOException {
        // given
        bench.services("ec2", "s3");

        // when
        RunResult result = bench.start();

        // then
        JsonNode metadata = bench.json("run_metadata.json");
        assertThat(metadata.path("run_id").asString()).isEqualTo(result.runId()).matches("\\d{8}_\\d{6}");
        assertThat(metadata.path("status").asString()).isEqualTo("complete");
        assertThat(metadata.path("progress").asString()).isEqualTo("2/2");
        assertThat(metadata.path("completed_batches").asInt()).isEqualTo(2);
        assertThat(metadata.path("failed_batches").asInt()).isZero();
        assertThat(metadata.path("total_rules").asInt()).isEqualTo(4);
        assertThat(metadata.path("job_instance_id").asLong()).isEqualTo(result.instanceId());
        assertThat(metadata.has("end_time")).isTrue();
        assertThat(metadata.path("summary"))
                .isEqualTo(bench.json("summary/orchestrator_final_report.json").path("summary"));
    }

    @Test
    void everyRuleEndsInExactlyOneOfFiveWays() throws IOException {
        // given
        bench.services("s3")
                .rule("s3", "aws.s3.a.manual")
                .rule("s3", "aws.s3.a.broken")
                .rule("s3", "aws.s3.a.reserved");
        Files.writeString(bench.rules().resolve("s3/metadata/bad.yaml"), "rule_id: [\n");

        // when
        FinalReport report = report(bench.start());

        // then
        assertThat(report.counts()).isEqualTo(new Counts(2, 1, 1, 1, 1));
        JsonNode rules = bench.json("batch_001/requirements_validated.json").path("s3");
        assertThat(rules.values())
                .extracting(rule -> rule.path("decision").asString())
                .containsExactly("failed", "manual_review", "proposed", "automated", "automated");
        assertThat(rules.path(0).path("reason").asString()).contains("cannot think about");
        assertThat(rules.path(0).path("final_validation_status").asString()).isEqualTo("FAILED");
        JsonNode invalid = bench.json("summary/orchestrator_final_report.json").path("invalid");
        assertThat(invalid.size()).isEqualTo(1);
        assertThat(invalid.path(0).path("file").asString()).endsWith("bad.yaml");
        assertThat(invalid.path(0).path("line").asInt()).isPositive();
    }

    @Test
    void aProposedCheckIsRecordedAndStandsInAFileOfItsOwn() throws IOException {
        // given
        bench.services("s3").rule("s3", "aws.s3.a.reserved");

        // when
        bench.start();

        // then
        for (String proposed : List.of("batch_001/s3_proposed.yaml", "summary/all_proposed_yamls/s3_proposed.yaml")) {
            assertThat(bench.output.path().resolve(proposed))
                    .content()
                    .contains("- rule_id: aws.s3.a.reserved")
                    .doesNotContain("aws.s3.bucket");
        }
        assertThat(bench.output.allRuleFiles().resolve("s3_generated.yaml"))
                .content()
                .doesNotContain("reserved");
        JsonNode rule = bench.json("batch_001/requirements_validated.json").at("/s3/0");
        assertThat(rule.path("decision").asString()).isEqualTo("proposed");
        assertThat(rule.path("reservation").asString()).isEqualTo(FixedPipeline.RESERVATION);
        assertThat(rule.path("final_validation_status").asString()).isEqualTo("PROPOSED");
        assertThat(rule.path("all_fields_valid").asBoolean()).isFalse();
        JsonNode report = bench.json("summary/orchestrator_final_report.json");
        assertThat(report.at("/summary/proposed").asInt()).isEqualTo(1);
        assertThat(report.at("/summary/validation_rate").asString()).isEqualTo("66.7%");
        assertThat(report.at("/summary/coverage").asString()).isEqualTo("100.0%");
        assertThat(report.at("/batches/0/stats/proposed").asInt()).isEqualTo(1);
        assertThat(report.at("/summary/success").asBoolean()).isTrue();
        assertThat(bench.output.page())
                .content()
                .contains("<span class=\"number\">1</span><span class=\"label\">proposed</span>")
                .contains("\"" + FixedPipeline.RESERVATION)
                .contains("- rule_id: aws.s3.a.reserved");
    }

    @Test
    void theNextRunRemovesProposedChecksThatItDoesNotHave() throws IOException {
        // given
        bench.services("s3").rule("s3", "aws.s3.a.reserved");
        bench.start();
        try (Stream<Path> files = Files.list(bench.rules().resolve("s3/metadata"))) {
            for (Path file :
                    files.filter(each -> each.toString().contains("reserved")).toList()) {
                Files.delete(file);
            }
        }

        // when
        bench.start();

        // then
        assertThat(FolderState.of(bench.output.path()).keySet()).noneMatch(name -> name.contains("proposed"));
    }

    @Test
    void twoRunsOverTheSameInputWriteTheSameBytes() throws IOException {
        // given
        bench.services("ec2", "iam", "s3");
        bench.start(2, false);
        var first = FolderState.of(bench.output.path());

        // when
        bench.start(2, false);

        // then
        assertThat(FolderState.of(bench.output.path())).isEqualTo(first);
    }

    @Test
    void aServiceThatThrowsFailsItsBatchOnlyAndARestartRunsThatAlone() throws IOException {
        // given
        bench.services("ec2", "iam", "kms", "s3");
        pipeline.failing.add("kms");

        // when
        RunResult failed = bench.start();

        // then
        assertThat(failed.status()).isEqualTo(RunStatus.FAILED);
        JsonNode batch = bench.json("summary/orchestrator_final_report.json").at("/batches/2");
        assertThat(batch.path("status").asString()).isEqualTo("failed");
        assertThat(batch.path("error").asString()).isEqualTo("kms: IllegalStateException: no luck with kms");
        assertThat(report(failed).counts()).isEqualTo(new Counts(6, 0, 0, 0, 2));
        assertThat(bench.json("summary/all_validated_requirements.json")
                        .path("kms")
                        .values())
                .hasSize(2)
                .allSatisfy(rule -> {
                    assertThat(rule.path("decision").asString()).isEqualTo("failed");
                    assertThat(rule.path("reason").asString())
                            .startsWith("batch ")
                            .contains("did not reach it: ");
                });
        assertThat(bench.json("run_metadata.json").path("status").asString()).isEqualTo("failed");
        assertThat(bench.json("run_metadata.json").path("failed_batches").asInt())
                .isEqualTo(1);
        assertThat(bench.output.batch(3).resolve("services.txt")).exists();
        assertThat(bench.output.batch(3).resolve("requirements_validated.json")).doesNotExist();

        // when
        pipeline.failing.clear();
        pipeline.takeProcessed();
        RunResult restarted = bench.restart(String.valueOf(failed.instanceId()));

        // then
        assertThat(pipeline.takeProcessed()).containsExactly("kms");
        assertThat(restarted.status()).isEqualTo(RunStatus.COMPLETE);
        assertThat(restarted.runId()).isEqualTo(failed.runId());
        assertThat(report(restarted).isSuccess()).isTrue();
        assertThat(bench.json("run_metadata.json").path("progress").asString()).isEqualTo("4/4");
        assertThat(bench.json("summary/all_validated_requirements.json").size()).isEqualTo(4);
    }

    @Test
    void aRestartBeginsAtTheFirstServiceNotCommitted() throws IOException {
        // given
        bench.services("ec2", "iam", "kms", "s3");
        pipeline.failing.add("kms");
        bench.start(4, false);
        pipeline.failing.clear();
        pipeline.takeProcessed();
        bench.progress.events.clear();

        // when
        bench.restart("last");

        // then
        assertThat(pipeline.takeProcessed()).containsExactly("kms", "s3");
        assertThat(bench.progress.events)
                .containsExactly(
                        "begins 1 4 8",
                        "started 1 [ec2, iam, kms, s3]",
                        "service ec2 2",
                        "service iam 2",
                        "service kms 2",
                        "service s3 2",
                        "done 1");
    }

    @ParameterizedTest
    @CsvSource({"STARTING, FAILED", "STARTED, FAILED", "UNKNOWN, UNKNOWN", "FAILED, FAILED"})
    void aRestartGoesOnWhereTheRepositoryWasLeftHalfWritten(String batches, String run) throws IOException {
        // given
        bench.services("ec2", "s3");
        pipeline.failing.addAll(List.of("ec2", "s3"));
        bench.start();
        try (Workplace place = bench.open()) {
            JdbcTemplate jdbc = place.repository().jdbc();
            jdbc.update("update BATCH_STEP_EXECUTION_CONTEXT set SHORT_CONTEXT = ("
                    + "select SHORT_CONTEXT from BATCH_JOB_EXECUTION_CONTEXT limit 1)");
            jdbc.update("update BATCH_STEP_EXECUTION set STATUS = ? where STEP_NAME like 'generate%'", batches);
            jdbc.update("update BATCH_JOB_EXECUTION set STATUS = ?", run);
        }
        pipeline.failing.clear();
        pipeline.takeProcessed();

        // when
        RunResult restarted = bench.restart("last");

        // then
        assertThat(restarted.status()).isEqualTo(RunStatus.COMPLETE);
        assertThat(pipeline.takeProcessed()).containsExactlyInAnyOrder("ec2", "s3");
    }

    @Test
    void aRestartWorksOnWhatTheRunBeganWith() throws IOException {
        // given
        bench.services("ec2", "s3");
        pipeline.failing.add("s3");
        bench.start();
        Files.delete(bench.rules().resolve("s3/metadata/aws.s3.bucket.first.yaml"));
        bench.services("iam");
        pipeline.failing.clear();

        // when
        RunResult restarted = bench.restart("last");

        // then
        assertThat(report(restarted).counts().automated()).isEqualTo(4);
        assertThat(bench.json("summary/all_validated_requirements.json").propertyNames())
                .containsExactly("ec2", "s3");
    }

    @Test
    void anUnfinishedRunOverTheSameInputStandsInTheWayOfANewOne() throws IOException {
        // given
        bench.services("s3");
        pipeline.failing.add("s3");
        RunResult failed = bench.start();
        pipeline.failing.clear();

        // then
        assertThatThrownBy(bench::start)
                .isInstanceOf(InputException.class)
                .hasMessageContaining("Run " + failed.instanceId() + " (" + failed.runId() + ")")
                .hasMessageContaining("it is failed")
                .hasMessageContaining("restart " + failed.instanceId())
                .hasMessageContaining("--fresh");
        assertThat(bench.json("run_metadata.json").path("status").asString()).isEqualTo("failed");

        // when
        RunResult fresh = bench.start(1, true);

        // then
        assertThat(fresh.status()).isEqualTo(RunStatus.COMPLETE);
        assertThat(fresh.instanceId()).isNotEqualTo(failed.instanceId());

        // then: what was done over again stands in nobody's way
        assertThat(bench.start().status()).isEqualTo(RunStatus.COMPLETE);
    }

    @Test
    void aScheduleGoesOnWithWhatHasNotFinishedAndElseStartsAnew() throws IOException {
        // given
        bench.services("ec2", "s3");
        pipeline.failing.add("s3");
        RunResult failed = bench.start(1, IfUnfinished.RESTART);
        pipeline.failing.clear();
        pipeline.takeProcessed();

        // when
        RunResult resumed = bench.start(1, IfUnfinished.RESTART);

        // then
        assertThat(resumed.instanceId()).isEqualTo(failed.instanceId());
        assertThat(pipeline.takeProcessed()).containsExactly("s3");

        // when
        RunResult next = bench.start(1, IfUnfinished.RESTART);

        // then
        assertThat(next.instanceId()).isNotEqualTo(failed.instanceId());
        assertThat(pipeline.takeProcessed()).containsExactly("ec2", "s3");
    }

    @Test
    void aCompleteRunIsNotRunAgainByARestart() throws IOException {
        // given
        bench.services("s3");
        bench.start();
        Files.delete(bench.output.runMetadata());
        pipeline.takeProcessed();

        // when
        RunResult restarted = bench.restart("last");

        // then
        assertThat(pipeline.takeProcessed()).isEmpty();
        assertThat(restarted.status()).isEqualTo(RunStatus.COMPLETE);
        assertThat(bench.json("run_metadata.json").path("status").asString()).isEqualTo("complete");
    }

    @Test
    void partsOfARunAreGeneratedAgainIntoTheSameRun() throws IOException {
        // given
        bench.services("ec2", "iam", "kms", "s3");
        RunResult first = bench.start(2, false);
        pipeline.takeProcessed();

        // when
        RunResult batch = bench.rerun("last", Part.ofBatches(new TreeSet<>(List.of(2))));

        // then
        assertThat(pipeline.takeProcessed()).containsExactly("kms", "s3");
        assertThat(batch.runId()).isEqualTo(first.runId());
        assertThat(report(batch).counts().automated()).isEqualTo(8);

        // when
        bench.rerun(String.valueOf(first.instanceId()), new Part(new TreeSet<>(), new TreeSet<>(List.of("iam"))));

        // then
        assertThat(pipeline.takeProcessed()).containsExactly("iam");
        assertThat(bench.json("run_metadata.json").path("progress").asString()).isEqualTo("2/2");
    }

    @Test
    void aFailedPartIsFinishedByARestart() throws IOException {
        // given
        bench.services("ec2", "s3");
        bench.start();
        pipeline.failing.add("s3");
        RunResult failed = bench.rerun("last", Part.ofBatches(new TreeSet<>(List.of(2))));
        assertThat(failed.status()).isEqualTo(RunStatus.FAILED);
        pipeline.failing.clear();
        pipeline.takeProcessed();

        // when
        RunResult restarted = bench.restart("last");

        // then
        assertThat(pipeline.takeProcessed()).containsExactly("s3");
        assertThat(restarted.instanceId()).isEqualTo(failed.instanceId());
        assertThat(report(restarted).isSuccess()).isTrue();
    }

    @Test
    void aServiceOfABatchThatNeverRanBringsTheRestOfItsBatchAlong() throws IOException {
        // given: the run is stopped after its first batch
        bench.services("ec2", "iam", "kms", "rds", "s3", "sns");
        stoppedAfterABatch(2);

        // when
        RunResult part = bench.rerun("last", new Part(new TreeSet<>(), new TreeSet<>(List.of("kms"))));

        // then
        assertThat(pipeline.takeProcessed()).containsExactly("kms", "rds");
        assertThat(part.status()).isEqualTo(RunStatus.STOPPED);
        assertThat(part.left()).containsExactly(3);

        // when
        RunResult restarted = bench.restart("last");

        // then
        assertThat(pipeline.takeProcessed()).containsExactly("s3", "sns");
        assertThat(restarted.status()).isEqualTo(RunStatus.COMPLETE);
        assertThat(report(restarted).counts().automated()).isEqualTo(12);
    }

    @Test
    void aRunOfWhichBatchesAreLeftIsNotComplete() throws IOException {
        // given
        bench.services("ec2", "iam", "kms", "s3");
        stoppedAfterABatch(1);

        // when
        RunResult part = bench.rerun("last", Part.ofBatches(new TreeSet<>(List.of(4))));

        // then
        assertThat(part.status()).isEqualTo(RunStatus.STOPPED);
        assertThat(part.report()).isNull();
        assertThat(part.left()).containsExactly(2, 3);
        assertThat(bench.json("run_metadata.json").path("status").asString()).isEqualTo("stopped");
        assertThat(bench.inspector().runs().get(0).state()).isEqualTo("stopped");
        assertThatThrownBy(() -> bench.start(1, false))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("has not finished: batches 2, 3 are left");

        // when
        pipeline.takeProcessed();
        RunResult resumed = bench.start(1, IfUnfinished.RESTART);

        // then
        assertThat(pipeline.takeProcessed()).containsExactly("iam", "kms");
        assertThat(resumed.status()).isEqualTo(RunStatus.COMPLETE);
        assertThat(resumed.runId()).isEqualTo(part.runId());
        assertThat(report(resumed).counts().automated()).isEqualTo(8);
    }

    @Test
    void aRestartTakesTheOptionsOfTheStartAndNoOthers() throws IOException {
        // given
        bench.services("ec2", "s3");
        pipeline.failing.add("s3");
        bench.start();
        pipeline.failing.clear();
        String rules = bench.rules().toAbsolutePath().normalize().toString();

        // then
        assertThatThrownBy(() -> bench.restart("last", Map.of("batch-size", "7")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("--batch-size: run 1 was started with 1, and keeps that; 7 is something else.")
                .hasMessageContaining("--fresh");
        assertThatThrownBy(() -> bench.restart("last", Map.of("rules-dir", "/elsewhere")))
                .hasMessageContaining("--rules-dir: run 1 was started with " + rules);
        assertThatThrownBy(() -> bench.restart("last", Map.of("llm.model", "gpt-4.1")))
                .hasMessageContaining("--llm.model: run 1 was started without it");
        Map<String, String> same = Map.of("batch-size", "1", "generator", "fixed", "rules-dir", rules);
        assertThat(bench.restart("last", same).status()).isEqualTo(RunStatus.COMPLETE);
    }

    @Test
    void aRunThatTakesAnothersPlaceSaysSoBefore() throws IOException {
        // given
        bench.services("s3");
        String first = bench.start().runId();
        bench.progress.events.clear();

        // when
        bench.services("ec2");
        bench.start();

        // then
        assertThat(bench.progress.events)
                .filteredOn(event -> event.startsWith("says "))
                .singleElement()
                .asString()
                .contains("replaces", "run " + first, "another --output-dir keeps them");
        assertThat(bench.progress.events).first().asString().startsWith("reads ");
    }

    @Test
    void partsThatTheRunDoesNotHaveAreRefused() throws IOException {
        // given
        bench.services("ec2", "s3");
        bench.start();

        // then
        assertThatThrownBy(() -> bench.rerun("last", Part.ofBatches(new TreeSet<>(List.of(7)))))
                .isInstanceOf(InputException.class)
                .hasMessage("--batches: the run has no batch 7; its batches are 1 to 2.");
        assertThatThrownBy(() -> bench.rerun("last", new Part(new TreeSet<>(), new TreeSet<>(List.of("ec3")))))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("--services: the run has no service ec3; did you mean 'ec2'?");
        assertThatThrownBy(() -> bench.restart("99"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("There is no run 99");
    }

    @Test
    void anotherRunInTheFolderTakesTheFirstOnesFilesAway() throws IOException {
        // given
        bench.services("ec2", "iam", "s3");
        bench.start();
        Files.writeString(bench.output.batch(3).resolve("notes.txt"), "mine");

        // when
        Files.delete(bench.rules().resolve("s3/metadata/aws.s3.bucket.first.yaml"));
        bench.start(3, false);

        // then
        assertThat(bench.output.batches())
                .extracting(path -> path.getFileName().toString())
                .containsExactly("batch_001", "batch_003");
        assertThat(bench.output.batch(3)).isDirectoryNotContaining("glob:**/*.json");
        assertThat(bench.output.batch(3).resolve("notes.txt")).hasContent("mine");
    }

    @Test
    void anOlderRunThatIsRestartedShowsItsOwnFilesAgain() throws IOException {
        // given
        bench.services("ec2", "s3");
        pipeline.failing.add("s3");
        RunResult older = bench.start();
        pipeline.failing.clear();
        bench.services("iam");
        bench.start();

        // when
        bench.restart(String.valueOf(older.instanceId()));

        // then
        assertThat(bench.json("run_metadata.json").path("run_id").asString()).isEqualTo(older.runId());
        assertThat(bench.json("summary/all_validated_requirements.json").propertyNames())
                .containsExactly("ec2", "s3");
        assertThat(bench.output.batches()).hasSize(2);
    }

    private static FinalReport report(RunResult result) {
        FinalReport report = result.report();
        assertThat(report).isNotNull();
        return report == null ? org.assertj.core.api.Assertions.fail("no report") : report;
    }

    /** Starts a run, with so many services a batch, and stops it when its first batch is done. */
    private void stoppedAfterABatch(int batchSize) {
        Bench stopped = new Bench(folder).with(pipeline).oneAtATime();
        stopped.progress.whenBatchIsDone = () -> stopped.stop.request("a test");
        assertThat(stopped.start(batchSize, false).status()).isEqualTo(RunStatus.STOPPED);
        pipeline.takeProcessed();
    }
}
