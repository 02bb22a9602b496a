package org.rulebatch.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.proto.trace.v1.Span;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rulebatch.batch.FolderState;
import org.rulebatch.cli.Collector;
import org.rulebatch.files.Json;
import org.rulebatch.store.Freezer;
import org.rulebatch.store.OutputFolder;

/**
 * A manager and three workers, as processes that share nothing but a PostgreSQL. {@code -Dworker.kills=20} ends workers more often,
 * {@code -Dkills.seed=7} at other moments.
 */
final class WorkersIT {

    private static final int KILLS = Integer.getInteger("worker.kills", 4);
    private static final long SEED = Long.getLong("kills.seed", 20261126L);

    @TempDir
    private Path folder;

    private final Random random = new Random(SEED);
    private final List<Running> workers = new ArrayList<>();
    private int port;

    @SuppressWarnings("NullAway.Init")
    private EmbeddedPostgres postgres;

    @BeforeEach
    void start() throws IOException {
        postgres = postgres(0);
        port = postgres.getPort();
    }

    @AfterEach
    void stop() throws IOException {
        workers.forEach(Running::kill);
        postgres.close();
    }

    @Test
    void workersWriteTheBytesOfALocalRunForTwoManagersAtOnce() throws Exception {
        // given
        SortedMap<String, String> expected = local();
        BatchJar one = jar("one");
        BatchJar other = jar("other");

        // when
        Running first = one.start("--job=generateRules", "--workers=remote");
        Running second = other.start("--job=generateRules", "--workers=remote");
        workers.add(other.start("worker"));
        workers.add(other.start("worker"));
        workers.add(jar("elsewhere").start("worker"));

        // then
        first.end().with(0).saying("for remote workers");
        second.end().with(0);
        assertThat(FolderState.of(one.out())).isEqualTo(expected);
        assertThat(FolderState.of(other.out())).isEqualTo(expected);
        int generated = 0;
        for (Running worker : workers) {
            Ended ended = worker.terminate().end().with(0).saying("The worker has ended");
            generated += ended.generated().size();
        }
        assertThat(generated).as("services of two runs").isEqualTo(100);
        assertThat(folder.resolve("elsewhere/out")).doesNotExist();
        assertThat(rows("RULE_BATCH_TASK") + rows("RULE_BATCH_FILE")).isZero();
    }

    @Test
    void aWorkerTellsACollectorAndItsLogWhatItWorksOn() throws Exception {
        // given
        Collector collector = new Collector();
        try (collector) {
            String[] told = {"worker", "--otlp.endpoint=" + collector.endpoint(), StructuredLogIT.ECS};
            Running worker = jar("worker").start(told);
            workers.add(worker);

            // when
            jar("manager")
                    .run("--job=generateRules", "--workers=remote", "--services=kms,s3")
                    .with(0);
            Ended ended = worker.terminate().end().with(0);

            // then
            assertThat(ended.out().lines().map(Json.COMPACT::readTree))
                    .filteredOn(line -> line.path("message").asString("").startsWith("decided 4 rules of kms"))
                    .singleElement()
                    .satisfies(line -> {
                        assertThat(line.at("/rulebatch/run").asString("")).matches("\\d{8}_\\d{6}");
                        assertThat(line.at("/rulebatch/batch").asString("")).isEqualTo("1");
                        assertThat(line.at("/rulebatch/service").asString("")).isEqualTo("kms");
                    });
        }
        assertThat(collector.spans())
                .extracting(Span::getName)
                .contains("spring.batch.step", "service kms", "service s3");
    }

    @Test
    @Thorough
    void nothingIsLostOrDoneTwiceWhenWorkersAreKilled() throws Exception {
        SortedMap<String, String> expected = local();
        int kills = 0;
        for (int runs = 1; kills < KILLS; runs++) {
            BatchJar jar = jar("run-" + runs);
            Attempts attempts = new Attempts();
            Running manager = jar.start("--job=generateRules", "--workers=remote");
            for (int i = 0; i < 3; i++) {
                workers.add(worker());
            }
            while (kills < KILLS && !manager.endsWithin(random.nextLong(700))) {
                Running victim = workers.get(random.nextInt(workers.size()));
                if (Files.readString(victim.err()).contains("generates")) {
                    workers.remove(victim.kill());
                    attempts.add(victim.end().generated());
                    workers.add(worker());
                    kills++;
                }
            }
            manager.end().with(0);
            for (Running worker : workers) {
                Ended ended = worker.terminate().end();
                // 143: it had hardly been started.
                assertThat(ended.code()).as(ended.out() + ended.err()).isIn(0, 143);
                attempts.add(ended.generated());
            }
            workers.clear();
            assertThat(FolderState.of(jar.out())).isEqualTo(expected);
            OutputFolder output = new OutputFolder(jar.out());
            String runId = Json.COMPACT
                    .readTree(Files.readAllBytes(output.runMetadata()))
                    .path("run_id")
                    .asString();
            attempts.assertNothingTwice(Freezer.read(output.run(runId)));
            System.out.println(kills + " kills in " + runs + " runs; " + attempts.total() + " services generated");
        }
    }

    @Test
    @Thorough
    void aManagerThatIsKilledOrStoppedIsRestartedAndTheDatabaseMayRestartAsWell() throws Exception {
        // given
        SortedMap<String, String> expected = local();
        BatchJar jar = jar("manager");
        Running manager = jar.start("--job=generateRules", "--workers=remote");
        for (int i = 0; i < 3; i++) {
            workers.add(worker());
        }

        // when
        manager.until(() -> jar.out().resolve("batch_001").toFile().exists())
                .kill()
                .end();
        Running restarted = jar.start("restart", "last", "--workers=remote");
        if (!restarted.endsWithin(random.nextInt(1_500, 3_000))) {
            restarted.terminate();
        }

        // then
        Ended stopped = restarted.end();
        // 143: the signal came before the program was there; 0: the workers had gone on without a manager, and all was
        // done.
        assertThat(stopped.code()).as(stopped.out() + stopped.err()).isIn(3, 143, 0);
        jar.run("restart", "last", "--workers=remote").with(0);
        assertThat(FolderState.of(jar.out())).isEqualTo(expected);

        // when
        BatchJar other = jar("database");
        Running run = other.start("--job=generateRules", "--workers=remote");
        run.until(() -> other.out().resolve("summary").toFile().exists() || published(other.out()) > 0);
        postgres.close();
        postgres = postgres(port);

        // then
        run.end().with(0);
        assertThat(FolderState.of(other.out())).isEqualTo(expected);
    }

    private static long published(Path out) throws IOException {
        return new OutputState(out).published();
    }

    private SortedMap<String, String> local() throws Exception {
        BatchJar jar = new BatchJar(folder.resolve("local"));
        jar.run("--job=generateRules").with(0);
        return FolderState.of(jar.out());
    }

    /** A worker in a folder of its own. */
    private Running worker() throws IOException {
        return jar("worker-" + random.nextInt(1_000_000)).start("worker");
    }

    private BatchJar jar(String name) throws IOException {
        String url = "--repository.url=jdbc:postgresql://127.0.0.1:" + port + "/postgres";
        return new BatchJar(folder.resolve(name), url, "--repository.user=postgres");
    }

    private long rows(String table) throws Exception {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from " + table)) {
            row.next();
            return row.getLong(1);
        }
    }

    private EmbeddedPostgres postgres(int at) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("data"))
                .setCleanDataDirectory(false)
                .setPort(at)
                .start();
    }
}
