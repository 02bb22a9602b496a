package org.rulebatch.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rulebatch.batch.accounts.StandInAccounts;
import org.rulebatch.files.Json;
import tools.jackson.databind.JsonNode;

/**
 * Ensures that a scan over many accounts that is killed in the middle is gone on with where it was: nothing is lost, and no part that
 * was done is asked for again. {@code -Daccounts=1500} looks at more accounts, in two regions each, and says how long it took.
 */
final class AccountsIT {

    private static final int ACCOUNTS = Integer.getInteger("accounts", 60);
    private static final int PARTS = 3 * ACCOUNTS;

    @TempDir
    private Path folder;

    @Test
    void aScanThatIsKilledIsResumedWithoutRepeatingWhatIsDone() throws Exception {
        List<String> ids = StandInAccounts.ids(ACCOUNTS);
        Files.write(folder.resolve("accounts.txt"), ids);
        try (StandInAccounts aws = new StandInAccounts(ids)) {
            // given: killed when about a third is done
            Running first = start(aws, "first");
            await().atMost(BatchJar.PATIENCE).until(() -> parts().size() > PARTS / 3);
            first.kill().end();
            Set<String> done = Set.copyOf(parts());
            List<String> before = aws.calls();
            assertThat(done).hasSizeLessThan(PARTS);
            aws.forget();

            // when
            long start = System.nanoTime();
            Ended ended = start(aws, "second", "--resume").end().with(1);
            double seconds = (System.nanoTime() - start) / 1e9;

            // then
            ended.saying(" of them done before", PARTS + " of " + PARTS + " parts");
            assertThat(parts()).hasSize(PARTS);
            assertThat(aws.calls()).noneMatch(call -> isOf(call, done));
            JsonNode summary = Json.COMPACT.readTree(Files.readString(folder.resolve("results/summary.json")));
            assertThat(summary.path("complete").asBoolean()).isTrue();
            assertThat(verdictsByAccount()).hasSize(ACCOUNTS).allSatisfy((account, verdicts) -> assertThat(verdicts)
                    .isEqualTo(3));
            System.out.printf(
                    "%d parts killed after %d; resumed in %.1f s, calls %d before and %d after%n",
                    PARTS, done.size(), seconds, before.size(), aws.calls().size());
        }
    }

    /** Whether the call is one that only a part which was done makes: its users, or the trails of its regions. */
    private static boolean isOf(String call, Set<String> done) {
        String[] words = call.split(" ");
        if (call.endsWith("ListUsers")) {
            return done.contains(words[0] + "/global");
        }
        return call.endsWith("DescribeTrails")
                && done.contains(words[0] + "/" + words[1])
                && done.contains(words[0] + "/global");
    }

    private Map<String, Integer> verdictsByAccount() throws IOException {
        Map<String, Integer> counts = new HashMap<>();
        Json.COMPACT
                .readTree(Files.readString(folder.resolve("results/verdicts.json")))
                .forEach(verdict -> counts.merge(verdict.path("account").asString(), 1, Integer::sum));
        return counts;
    }

    /** The parts that are on the disk, {@code 100000000001/us-east-1}. */
    private List<String> parts() throws IOException {
        Path scans = folder.resolve("results/.rule-batch/scans");
        if (!Files.exists(scans)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(scans)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .map(scans::relativize)
                    .map(file ->
                            file.getName(1) + "/" + file.getName(2).toString().replace(".json", ""))
                    .toList();
        } catch (UncheckedIOException e) { // a file was moved into its place meanwhile
            return List.of();
        }
    }

    private Running start(StandInAccounts aws, String name, String... more) throws IOException {
        List<String> command = new ArrayList<>(Program.command(
                "scan",
                "--rules=" + Path.of("src/test/resources/accounts").toAbsolutePath(),
                "--accounts=accounts.txt",
                "--role-name=Audit",
                "--regions=us-east-1,eu-west-1",
                "--results-dir=results",
                "--aws.max-attempts=1",
                "--aws.endpoint-url=" + aws.endpoint()));
        command.addAll(List.of(more));
        Path out = folder.resolve(name + ".out");
        Path err = folder.resolve(name + ".err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("AWS_ACCESS_KEY_ID", "AKIDOWN");
        builder.environment().put("AWS_SECRET_ACCESS_KEY", "test");
        return new Running(builder.start(), out, err);
    }
}
