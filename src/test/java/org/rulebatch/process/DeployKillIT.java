package org.rulebatch.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rulebatch.batch.FolderState;

/** Kills deployments and archivings shortly after they have begun to change something. {@code -Ddeploy.kills=50} does it more often. */
final class DeployKillIT {

    private static final int KILLS = Thorough.Cases.times("deploy.kills", 1, 10);
    private static final long LONGEST_NANOS = 40_000_000;
    private static final String OLD = "# what was deployed before\n";

    @TempDir
    private Path folder;

    private final Random random = new Random(7);
    private Path run = Path.of("");

    @BeforeEach
    void aRun() throws Exception {
        BatchJar jar = new BatchJar(folder.resolve("run"));
        jar.run("--job=generateRules", "--services=ec2,iam,kms,rds,s3,sns,sqs", "--batch-size=1")
                .with(0);
        run = jar.out();
    }

    @Test
    void aDeploymentDoesAllOrNothing() throws Exception {
        for (int kill = 0; kill < KILLS; kill++) {
            // given
            BatchJar jar = copy("deploy-" + kill);
            Path services = jar.folder().resolve("services");
            SortedMap<String, String> fresh = ruleFiles();
            for (String service : fresh.keySet()) {
                Path old = services.resolve(service).resolve("rules").resolve(service + ".yaml");
                Files.createDirectories(old.getParent());
                Files.writeString(old, OLD);
            }

            // when
            Path journal = jar.out().resolve(".rule-batch/deployment.json");
            Running process = jar.start("--job=deployRules", "--services-dir=services");
            killSoonAfter(process, () -> Files.exists(journal) || hasStaged(services));

            // then: nothing is changed before all that is to be done has been written down
            if (!Files.exists(journal)) {
                SortedMap<String, String> old = new TreeMap<>(fresh);
                old.replaceAll((service, text) -> OLD);
                assertThat(deployed(services, fresh)).isIn(old, fresh);
            }

            // when
            jar.run("--job=deployRules", "--services-dir=services").with(0);

            // then
            assertThat(deployed(services, fresh)).isEqualTo(fresh);
            for (String service : fresh.keySet()) {
                Path rules = services.resolve(service).resolve("rules");
                assertThat(rules.resolve(service + ".yaml.1")).hasContent(OLD);
                try (Stream<Path> files = Files.list(rules)) {
                    assertThat(files).hasSize(2);
                }
            }
        }
    }

    @Test
    void anArchiveIsWholeOrNone() throws Exception {
        SortedMap<String, String> before = FolderState.of(run);
        for (int kill = 0; kill < KILLS; kill++) {
            // given
            BatchJar jar = copy("archive-" + kill);
            Path archive = jar.out().resolve("archive");

            // when
            Running process = jar.start("--job=archiveRun");
            killSoonAfter(process, () -> Files.exists(archive));

            // then
            boolean begun = Files.exists(jar.out().resolve(".rule-batch/archive.json"));
            boolean done = !Files.exists(jar.out().resolve("run_metadata.json"));
            if (!begun && !done) {
                assertThat(FolderState.of(jar.out())).isEqualTo(before);
            }

            // when: whichever command is next brings it to its end
            if (kill % 2 == 0) {
                jar.run("--job=archiveRun").with(done && !begun ? 2 : 0);
            } else {
                jar.run("--job=generateRules", "--services=account").with(0);
            }

            // then
            if (begun || done || kill % 2 == 0) {
                try (Stream<Path> archives = Files.list(archive)) {
                    assertThat(FolderState.of(archives.toList().get(0))).isEqualTo(archived(before));
                }
            }
        }
    }

    private static SortedMap<String, String> archived(SortedMap<String, String> run) {
        SortedMap<String, String> moved = new TreeMap<>(run);
        moved.keySet().removeIf(name -> name.startsWith("summary/") || name.endsWith(".schema.json"));
        return moved;
    }

    private void killSoonAfter(Running process, java.util.concurrent.Callable<Boolean> begun) throws Exception {
        while (process.process().isAlive() && !begun.call()) {
            LockSupport.parkNanos(200_000);
        }
        LockSupport.parkNanos(random.nextLong(LONGEST_NANOS));
        process.kill().end();
    }

    private static boolean hasStaged(Path services) throws IOException {
        try (Stream<Path> files = Files.walk(services)) {
            return files.anyMatch(file -> file.toString().endsWith(".new"));
        }
    }

    private SortedMap<String, String> ruleFiles() throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(run.resolve("summary/all_generated_yamls"))) {
            for (Path file : all.toList()) {
                files.put(file.getFileName().toString().replace("_generated.yaml", ""), Files.readString(file));
            }
        }
        return files;
    }

    private static SortedMap<String, String> deployed(Path services, SortedMap<String, String> fresh)
            throws IOException {
        SortedMap<String, String> deployed = new TreeMap<>();
        for (String service : fresh.keySet()) {
            deployed.put(service, Files.readString(services.resolve(service + "/rules/" + service + ".yaml")));
        }
        return deployed;
    }

    private BatchJar copy(String name) throws IOException {
        BatchJar jar = new BatchJar(folder.resolve(name));
        List<Path> files;
        try (Stream<Path> all = Files.walk(run)) {
            files = all.toList();
        }
        for (Path file : files) {
            Files.copy(file, jar.out().resolve(run.relativize(file).toString()));
        }
        return jar;
    }
}
