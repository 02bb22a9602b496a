package org.rulebatch.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rulebatch.batch.Postgres;
import tools.jackson.databind.JsonNode;

/** Exit codes and texts of every command about runs, on both kinds of job repository. */
final class CommandsIT {

    enum Repository {
        H2,
        POSTGRESQL
    }

    private static final String[] START = {"--job=generateRules", "--services=account,kms,s3", "--batch-size=1"};

    @RegisterExtension
    private static final Postgres POSTGRES = new Postgres();

    @SuppressWarnings("NullAway.Init")
    private static WaitingModel model;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws IOException {
        model = new WaitingModel();
    }

    @AfterAll
    static void stop() {
        model.close();
    }

    private static List<Repository> repositories() {
        return Thorough.Cases.of(Repository.values());
    }

    @ParameterizedTest
    @MethodSource("repositories")
    void aFailedRunIsSeenRestartedAndPurged(Repository repository) throws Exception {
        // given: something in the way of batch 2
        BatchJar jar = jar(repository);
        Path inTheWay = Files.createDirectories(jar.out()).resolve("batch_002");
        Files.writeString(inTheWay, "not a folder");

        // when
        Ended failed = jar.run(START).with(5);

        // then
        String id = id(failed);
        failed.saying("see what failed: java -jar " + Program.jar() + " status " + id + " --output-dir=out");
        failed.saying("Run " + id + " ", "has failed", "not met: all batches successful: 2/3", "restart " + id);
        jar.run("runs").with(0).saying(id, "failed", "2/3", "batch 2: ", "batch_002 is in the way");
        JsonNode run = jar.run("runs", "--json").with(0).json().path(0);
        assertThat(run.path("id").asString()).isEqualTo(id);
        assertThat(run.path("state").asString()).isEqualTo("failed");
        assertThat(run.path("progress").asString()).isEqualTo("2/3");
        assertThat(run.path("last_error").asString()).contains("is in the way");
        jar.run("status").with(0).saying("account (done)", "2      failed", "batch_002 is in the way");
        JsonNode status = jar.run("status", id, "--json").with(0).json();
        assertThat(status.path("batches").path(1).path("state").asString()).isEqualTo("failed");
        assertThat(status.path("batches")
                        .path(2)
                        .path("services")
                        .path(0)
                        .path("state")
                        .asString())
                .isEqualTo("done");

        // when, then: started again it says what to do
        jar.run(START).with(2).saying("has not finished: it is failed", "restart " + id, "--resume", "--fresh");
        jar.run("restart", "99999").with(2).saying("There is no run 99999");
        jar.run("restart", "everything").with(2).saying("by its id or by 'last'");
        jar.run("restart", id).with(5);

        // when
        Files.delete(inTheWay);
        Ended restarted = jar.run(join(START, "--resume")).with(0);

        // then
        restarted.saying("batch 2/3 done: kms", "Run " + id + " ", "is complete");
        assertThat(restarted.generated()).containsExactly("kms");
        assertThat(jar.run("restart", "last").with(0).generated()).isEmpty();
        assertThat(jar.run("--job=generateRules", "--restart=last").with(0).generated())
                .isEmpty();

        // when, then: parts of the same run again
        assertThat(jar.run("--job=generateRules", "--restart=" + id, "--batches=3")
                        .with(0)
                        .generated())
                .containsExactly("s3");
        assertThat(jar.run("--job=generateRules", "--restart=last", "--services=kms")
                        .with(0)
                        .generated())
                .containsExactly("kms");
        jar.run("--job=generateRules", "--batches=9").with(2).saying("the run has no batch 9");
        jar.run("--job=generateRules", "--restart=last", "--services=km")
                .with(2)
                .saying("did you mean 'kms'?");
        jar.run("--job=generateRules", "--restart=last", "--fresh").with(2).saying("--fresh starts a run");
        jar.run("abandon", "last").with(2).saying("is complete; there is nothing to abandon");
        jar.run("stop").with(2).saying("is not running: it is complete");

        // when, then
        jar.run("purge", "--older-than=30d").with(0).saying("0 runs removed.");
        jar.run("purge", "--older-than=soon").with(2).saying("is not an age; write 30d, 12h or 90m");
        assertThat(jar.run("purge", "--older-than=0m", "--json")
                        .with(0)
                        .json()
                        .path("purged")
                        .size())
                .isEqualTo(3);
        jar.run("runs").with(0).saying("There is no run in out yet");
        assertThat(jar.run("runs", "--json").with(0).json().size()).isZero();
        jar.run("status").with(2).saying("There is no run in out yet");
    }

    @ParameterizedTest
    @MethodSource("repositories")
    void aRunThatGoesOnIsSeenGuardedAndStopped(Repository repository) throws Exception {
        // given: services that are not done before the run is stopped
        BatchJar jar = jar(repository).environment("OPENAI_API_KEY", "any");
        String[] start = join(START, model.asked());
        Running run = jar.start(start).untilErrorsSay("generates s3");
        String pid = "process " + run.process().pid() + " on ";

        // then
        jar.run(start).with(4).saying("Another process works on this output: " + pid, ", since 2");
        jar.run("restart", "last").with(4).saying(pid);
        jar.run("abandon", "last").with(4).saying(pid);
        jar.run("purge", "--older-than=1d").with(4).saying(pid);
        JsonNode seen = jar.run("runs", "--json").with(0).json().path(0);
        assertThat(seen.path("state").asString()).isEqualTo("running");
        assertThat(seen.path("owner").asString()).startsWith(pid);
        jar.run("status").with(0).saying("running", "s3 (running)", pid);

        // when
        Running watch =
                jar.start("status", "--watch", "--json").until(() -> Files.size(folder.resolve("jar/stdout-8")) > 0);
        JsonNode stopped = jar.run("stop", "--json").with(0).json();

        // then
        assertThat(stopped.path("state").asString()).isEqualTo("stopped");
        run.end()
                .with(3)
                .saying(
                        "Stopping (the command 'stop')",
                        "was stopped. Resume it: java -jar " + Program.jar() + " restart ");
        watch.end().with(0).saying("\"state\": \"running\"", "\"state\": \"stopped\"");
        jar.run("stop").with(2).saying("is not running: it is stopped");

        // when
        assertThat(jar.run("abandon", "last", "--json")
                        .with(0)
                        .json()
                        .path("abandoned")
                        .asString())
                .isEqualTo(stopped.path("id").asString());

        // then
        jar.run("restart", "last").with(2).saying("was abandoned");
        jar.run("runs").with(0).saying("abandoned");
    }

    @ParameterizedTest
    @MethodSource("repositories")
    void aSignalStopsARunWhoseServiceIsSlow(Repository repository) throws Exception {
        // given
        BatchJar jar = jar(repository).environment("OPENAI_API_KEY", "any");
        Running run = jar.start(join(START, model.asked())).untilErrorsSay("generates s3");

        // when
        long signalled = System.nanoTime();
        Ended ended = run.terminate().end();
        System.out.println("stopped after " + (System.nanoTime() - signalled) / 1_000_000 + " ms");

        // then
        ended.with(3).saying("Stopping (SIGTERM)", "Resume it: java -jar " + Program.jar() + " restart");
        assertThat(new OutputState(jar.out()).metadata().path("status").asString())
                .isEqualTo("stopped");
        jar.run("runs").with(0).saying("stopped");
    }

    @ParameterizedTest
    @MethodSource("repositories")
    void criteriaAndUsageHaveTheirCodes(Repository repository) throws Exception {
        // given
        BatchJar jar = jar(repository);
        Path rules = folder.resolve("rules/s3/metadata");
        Files.createDirectories(rules);
        Files.writeString(rules.resolve("bad.yaml"), "rule_id: [\n");
        Files.copy(
                BatchJar.jobs().resolve("services/s3/metadata/aws.s3.bucket.versioning_enabled.yaml"),
                rules.resolve("aws.s3.bucket.versioning_enabled.yaml"));

        // then
        jar.run("--job=generateRules", "--rules-dir=../rules", "--min-validation-rate=100")
                .with(1)
                .saying(
                        "is complete",
                        "1 automated, 0 proposed, 0 for manual review, 1 invalid, 0 failed",
                        "not met: validation rate");
        jar.run("--job=generateRules", "--rules-dir=nowhere").with(2).saying("nowhere");
        jar.run("runs", "--jsn").with(2).saying("did you mean '--json'?");
        jar.run("--job=generateRule").with(2).saying("did you mean 'generateRules'?");
        jar.run("--job=generateRules", "--fresh", "--resume").with(2).saying("give only one of them");
    }

    private BatchJar jar(Repository repository) throws IOException {
        return repository == Repository.H2
                ? new BatchJar(folder.resolve("jar"))
                : new BatchJar(
                        folder.resolve("jar"), "--repository.url=" + POSTGRES.url(), "--repository.user=postgres");
    }

    private static String id(Ended ended) {
        return ended.out().replaceFirst("(?s).*\nRun (\\d+) .*", "$1");
    }

    private static String[] join(String[] first, String... more) {
        return Stream.of(first, more).flatMap(Stream::of).toArray(String[]::new);
    }
}
