package org.rulebatch.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rulebatch.batch.repository.Part;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.engine.Engine;
import org.rulebatch.engine.ErrorType;
import org.rulebatch.engine.ReadCall;
import org.rulebatch.engine.ReadClient;
import org.rulebatch.engine.ReadReply;
import org.rulebatch.engine.testing.RuleTester;
import org.rulebatch.report.RunStatus;
import org.rulebatch.store.InputException;
import tools.jackson.databind.JsonNode;

/** Ensures that a test of a run's rules is told in every file, and that no rule that cannot run is left in any. */
final class RuleTestsTest {

    @TempDir
    private Path folder;

    private Bench bench;

    @BeforeEach
    void open() throws IOException {
        bench = new Bench(folder).services("ec2", "s3");
    }

    @Test
    void aRunThatIsToBeTestedWritesWhatCameOfIt() throws IOException {
        // given
        List<String> statuses = new ArrayList<>();

        // when
        RunResult result = bench.testedBy(tester(call -> {
                    statuses.add(text("run_metadata.json", "status"));
                    return buckets(call);
                }))
                .start();

        // then
        assertThat(result.status()).isEqualTo(RunStatus.COMPLETE);
        assertThat(statuses).isNotEmpty().containsOnly("testing");
        JsonNode s3 = bench.json("batch_002/engine_test_results.json").path("s3");
        assertThat(s3.propertyNames())
                .containsSubsequence(
                        "success", "checks_count", "passed", "failed", "errors", "skipped", "duration_seconds");
        assertThat(s3.path("success").asBoolean()).isTrue();
        assertThat(s3.path("checks_count").asInt()).isEqualTo(2);
        assertThat(s3.path("failed").asInt()).isEqualTo(2);
        assertThat(bench.json("summary/error_analysis.json").path("causes").isEmpty())
                .isTrue();
        assertThat(bench.progress.events).contains("tested 2 2 checks, 0 errors");
        assertThat(text("run_metadata.json", "status")).isEqualTo("complete");
    }

    @Test
    void aRuleThatCannotRunIsLeftToAPersonInEveryFile() throws IOException {
        // given
        bench.start();

        // when
        TestedRun tested = bench.test(tester(RuleTestsTest::refuses));

        // then
        assertThat(tested.whole()).isTrue();
        assertThat(tested.isSuccess()).isFalse();
        assertThat(bench.output.path().resolve("batch_001/ec2_generated.yaml")).doesNotExist();
        assertThat(bench.output.path().resolve("summary/all_generated_yamls/ec2_generated.yaml"))
                .doesNotExist();
        JsonNode rule = bench.json("batch_001/requirements_validated.json").at("/ec2/0");
        assertThat(rule.path("decision").asString()).isEqualTo("manual_review");
        assertThat(rule.path("reason").asString()).contains("cannot run").contains("invalid_parameter");
        assertThat(bench.json("summary/all_validated_requirements.json").at("/ec2/0"))
                .isEqualTo(rule);
        JsonNode summary = bench.json("run_metadata.json").path("summary");
        assertThat(summary.path("manual_review").asInt()).isEqualTo(4);
        JsonNode analysis = bench.json("summary/error_analysis.json");
        assertThat(analysis.at("/causes/0/type").asString()).isEqualTo("invalid_parameter");
        assertThat(analysis.at("/causes/0/services").size()).isEqualTo(2);
        assertThat(analysis.path("demoted").size()).isEqualTo(4);
        assertThat(Files.readString(bench.output.page()))
                .contains("Causes of errors", "invalid parameter", "the check was tested and cannot run");
        assertThat(text("run_metadata.json", "status")).isEqualTo("complete");
    }

    @Test
    void whatIsGeneratedAgainIsNotTestedAnyMore() throws IOException {
        // given
        RunResult run = bench.start();
        bench.test(tester(RuleTestsTest::buckets));

        // when
        bench.rerun(String.valueOf(run.instanceId()), new Part(new TreeSet<>(List.of(1)), new TreeSet<>()));

        // then
        assertThat(bench.output.path().resolve("batch_001/engine_test_results.json"))
                .doesNotExist();
        assertThat(bench.output.path().resolve("batch_002/engine_test_results.json"))
                .exists();
    }

    @Test
    void aStopIsHeededBetweenBatchesAndARestartGoesOnThere() throws IOException {
        // given
        RunResult stopped = bench.testedBy(tester(call -> {
                    bench.stop.request("test");
                    return buckets(call);
                }))
                .start();
        assertThat(stopped.status()).isEqualTo(RunStatus.STOPPED);
        assertThat(bench.output.path().resolve("batch_001/engine_test_results.json"))
                .exists();
        assertThat(bench.output.path().resolve("batch_002/engine_test_results.json"))
                .doesNotExist();
        Bench later = new Bench(folder).testedBy(tester(RuleTestsTest::buckets));

        // when
        RunResult restarted = later.restart("last");

        // then
        assertThat(restarted.status()).isEqualTo(RunStatus.COMPLETE);
        assertThat(later.progress.events)
                .filteredOn(line -> line.contains("tested"))
                .containsExactly("tested 2 2 checks, 0 errors");
    }

    @Test
    void aFileThatAPersonChangedIsNotTestedAsIfItWereTheRuns() throws IOException {
        // given
        bench.start();
        Files.writeString(bench.output.path().resolve("batch_001/ec2_generated.yaml"), "# mine\n");

        // then
        assertThatThrownBy(() -> bench.test(tester(RuleTestsTest::buckets)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("ec2_generated.yaml is not as the run wrote it")
                .hasMessageContaining("scan --rules=");
    }

    @Test
    void withoutARunThereIsNothingToTest() {
        assertThatThrownBy(() -> bench.test(tester(RuleTestsTest::buckets)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("--job=generateRules");
    }

    private String text(String file, String key) {
        try {
            return bench.json(file).path(key).asString();
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** One bucket, whose versions are not kept. */
    private static ReadReply buckets(ReadCall call) {
        return call.action().equals("list_buckets")
                ? new ReadReply.Answer(Map.of("Buckets", List.of(Map.of("Name", "b"))))
                : new ReadReply.Answer(Map.of());
    }

    private static ReadReply refuses(ReadCall call) {
        return call.action().equals("list_buckets")
                ? buckets(call)
                : new ReadReply.Failure(ErrorType.INVALID_PARAMETER, "InvalidBucketName", call + ": no such Bucket");
    }

    private static RuleTester tester(ReadClient client) {
        Engine engine = new Engine(client, (service, region) -> region, Catalog.bundled(), Clock.systemUTC(), 1);
        return new RuleTester(engine, List.of("us-east-1"), Catalog.bundled());
    }
}
