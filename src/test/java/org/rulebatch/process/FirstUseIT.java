package org.rulebatch.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ensures that a first use goes as the README shows it: each block of commands is pasted as it stands, and prints what the block behind
 * it says. The build is the one that this test is part of.
 */
final class FirstUseIT {

    private static final Path PROJECT = Path.of("").toAbsolutePath();
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(sh|text)\n(.*?)^```$");
    private static final String BUILD = "(?m)^mvn -B -q package -DskipTests.*$";

    @TempDir
    private Path folder;

    @Test
    void theBlocksOfTheReadmeDoWhatTheySay() throws IOException {
        Path home = Files.createDirectories(folder.resolve("rule-batch"));
        Ended copied = Program.bash(
                home, "mkdir target && cp %1$s/target/batch.jar target && cp -r %1$s/jobs .".formatted(PROJECT));
        assertThat(copied.code()).isZero();
        String pasted = "";
        int held = 0;

        Matcher blocks = BLOCK.matcher(firstUse());
        while (blocks.find()) {
            if (blocks.group(1).equals("sh")) {
                pasted += blocks.group(2).replaceAll(BUILD, "");
                continue;
            }
            Ended ended = Program.bash(home, pasted);
            assertThat(ended.code()).as(pasted + ended).isZero();
            assertThat(ended.err()).as(pasted).isEmpty();
            assertThat(settled(ended.out())).as(pasted).isEqualTo(settled(blocks.group(2)));
            pasted = "";
            held++;
        }

        assertThat(held).isEqualTo(2);
        assertThat(home.resolve("orchestrator_output/summary/report.html"))
                .content()
                .contains("aws.s3.bucket.versioning_enabled");
    }

    private static String firstUse() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        int start = readme.indexOf("\n## First use");
        return readme.substring(start, readme.indexOf("\n## ", start + 1));
    }

    /** With what differs from run to run in one form: the run's id and how long it took. */
    private static String settled(String output) {
        return output.strip()
                .replaceAll("\\d{8}_\\d{6}", "<run>")
                .replaceAll(" in [0-9.]+ (s|min|ms)( \\d+ s)?\n", " in <time>\n");
    }
}
