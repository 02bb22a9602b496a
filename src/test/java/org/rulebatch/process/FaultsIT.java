package org.rulebatch.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rulebatch.batch.FolderState;
import org.rulebatch.files.Json;
import org.rulebatch.report.ServiceRecord;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/** Runs over the starter rules that meet a broken disk, a missing folder, a damaged repository. */
final class FaultsIT {

    @TempDir
    private Path folder;

    @Test
    @Thorough
    void onlyThePartitionThatFailedRunsAgain() throws Exception {
        // given: a folder where batch 3 writes what it publishes
        BatchJar jar = new BatchJar(folder.resolve("jar"));
        Path leftover =
                Files.createDirectories(jar.out().resolve("batch_003")).resolve(".requirements_validated.json.tmp");
        Path inTheWay = Files.createDirectories(leftover.resolve("folder"));

        // when
        Ended failed = jar.run("--job=generateRules").with(5);

        // then
        failed.saying("batch 3/10 failed: ", "is a folder in the way", "has failed", "all batches successful: 9/10");
        JsonNode batch = report(jar).path("batches").path(2);
        assertThat(batch.path("status").asString()).isEqualTo("failed");
        assertThat(batch.path("error").asString()).contains("is a folder in the way");
        assertThat(report(jar).path("summary").path("failed_batches").asInt()).isOne();
        JsonNode metadata = new OutputState(jar.out()).metadata();
        assertThat(metadata.path("status").asString()).isEqualTo("failed");
        assertThat(metadata.path("progress").asString()).isEqualTo("9/10");
        jar.run("status").with(0).saying("3      failed", "is a folder in the way");

        // when
        Files.delete(inTheWay);
        Files.delete(leftover);
        Ended restarted = jar.run("restart", "last").with(0);

        // then: its services had been committed, so none is generated again
        restarted.saying("batch 3/10 done").silentAbout("batch 2/10").silentAbout("batch 4/10");
        assertThat(restarted.generated()).isEmpty();
        assertThat(FolderState.of(jar.out())).isEqualTo(uninterrupted());
        new OutputState(jar.out()).assertTidy();
    }

    @Test
    @Thorough
    void anOutputFolderThatIsTakenAwayEndsTheRunWithAMessage() throws Exception {
        // given
        BatchJar jar = new BatchJar(folder.resolve("jar"));
        Running run = jar.start("--job=generateRules").untilErrorsSay("generates");

        // when
        Path away = folder.resolve("away");
        Files.move(jar.out(), away);

        // then
        run.end().with(5).saying("out/", "does not exist", "restart last");

        // when: H2's watchdog may have made its folder anew
        FileSystemUtils.deleteRecursively(jar.out());
        Files.move(away, jar.out());

        // then
        jar.run("restart", "last").with(0);
        assertThat(FolderState.of(jar.out())).isEqualTo(uninterrupted());
    }

    @Test
    void aDamagedRepositoryIsNamedAndNothingElseIsLost() throws Exception {
        // given
        BatchJar jar = new BatchJar(folder.resolve("jar"));
        jar.run("--job=generateRules", "--services=kms,s3").with(0);
        SortedMap<String, String> before = FolderState.of(jar.out());
        Path repository = jar.out().resolve(".rule-batch/repository.mv.db");
        Files.write(repository, "no database".getBytes(java.nio.charset.StandardCharsets.UTF_8));

        // then
        for (List<String> command : List.of(
                List.of("runs"), List.of("restart", "last"), List.of("--job=generateRules", "--services=kms,s3"))) {
            jar.run(command.toArray(String[]::new))
                    .with(5)
                    .saying("The job repository is damaged: ", "Move .rule-batch/repository.mv.db away")
                    .silentAbout("Exception");
        }
        assertThat(FolderState.of(jar.out())).isEqualTo(before);

        // when
        Files.delete(repository);

        // then
        jar.run("--job=generateRules", "--services=kms,s3").with(0);
    }

    @Test
    void aListOfRunsThatIsLostIsSaidToBeLost() throws Exception {
        // given
        BatchJar jar = new BatchJar(folder.resolve("jar"));
        jar.run("--job=generateRules", "--services=kms").with(0);
        Path hidden = jar.out().resolve(".rule-batch");
        byte[] whole = Files.readAllBytes(hidden.resolve("repository.mv.db"));

        // then
        Files.write(hidden.resolve("repository.mv.db"), new byte[0]);
        jar.run("runs").with(5).saying("repository.mv.db is empty", "loses the list of runs");
        jar.run("--job=generateRules", "--services=kms").with(5).saying("repository.mv.db is empty");

        // when
        Files.write(hidden.resolve("repository.mv.db"), whole);
        jar.run("runs").with(0).saying("complete");
        Files.write(hidden.resolve("id"), new byte[0]);

        // then
        jar.run("runs").with(2).saying("id is empty", "loses the list of runs");
        jar.run("--job=generateRules", "--services=kms").with(2).saying("id is empty");
    }

    @Test
    @Thorough
    void aRunIsSeenAndNotWaitedForWhileItsProcessIsSuspended() throws Exception {
        // given
        BatchJar jar = new BatchJar(folder.resolve("jar"));
        Running run = jar.start("--job=generateRules").untilErrorsSay("generates");
        Running seen = run.until(() -> Files.exists(jar.out().resolve(".rule-batch/state.json"))
                && Files.readString(jar.out().resolve(".rule-batch/state.json")).contains("\"runs\":[{"));
        Program.bash(folder, "kill -STOP " + seen.process().pid()).with(0);

        // then
        try {
            jar.run("status").with(0).saying("running");
            jar.run("--job=generateRules", "--resume")
                    .with(4)
                    .saying("process " + seen.process().pid());
        } finally {
            Program.bash(folder, "kill -CONT " + seen.process().pid());
        }
        run.end().with(0);
    }

    @Test
    @Thorough
    void aRunThatWasKilledWhileItsTablesWereMadeBeginsAnew() throws Exception {
        for (int bytes : new int[] {1, 12_288, 20_480, 28_672, 40_960}) {
            // given
            BatchJar jar = new BatchJar(folder.resolve("killed-at-" + bytes));
            Path repository = jar.out().resolve(".rule-batch/repository.mv.db");
            Running run = jar.start("--job=generateRules", "--services=kms");
            while (run.process().isAlive() && !(Files.exists(repository) && Files.size(repository) >= bytes)) {
                Thread.onSpinWait();
            }

            // when
            run.kill().process().waitFor();

            // then
            jar.run("--job=generateRules", "--services=kms", "--resume").with(0);
        }
    }

    @Test
    void aRecordThatWasDamagedIsNamed() throws Exception {
        // given
        BatchJar jar = new BatchJar(folder.resolve("jar"));
        jar.run("--job=generateRules", "--services=kms,s3").with(0);
        Path record;
        try (Stream<Path> files = Files.walk(jar.out().resolve(".rule-batch/runs"))) {
            record = files.filter(file -> file.endsWith("records/kms.json"))
                    .findFirst()
                    .orElseThrow();
        }
        Files.writeString(record, "{");

        // then
        jar.run("restart", "last").with(5).saying("records/kms.json", "--services=kms");
        jar.run("--job=generateRules", "--restart=last", "--services=kms").with(0);
        assertThat(ServiceRecord.read(record).counts().automated()).isPositive();
    }

    private SortedMap<String, String> uninterrupted() throws IOException, InterruptedException {
        BatchJar jar = new BatchJar(folder.resolve("uninterrupted"));
        jar.run("--job=generateRules").with(0);
        return FolderState.of(jar.out());
    }

    private static JsonNode report(BatchJar jar) throws IOException {
        return Json.COMPACT.readTree(Files.readAllBytes(jar.out().resolve("summary/orchestrator_final_report.json")));
    }
}
