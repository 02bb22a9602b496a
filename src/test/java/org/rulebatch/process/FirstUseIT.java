package org.rulebatch.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ensures that a first use goes as the README shows it. The clone is the project's own folder, and the build the one that this
 * test is part of; all else is run as it stands there.
 */
final class FirstUseIT {

    private static final String PROJECT = Path.of("").toAbsolutePath().toString();

    private static final Map<String, String> STAND_INS = Map.of(
            "git clone <this repository> rule-batch",
            "mkdir rule-batch && cp -r " + PROJECT + "/jobs " + PROJECT + "/scripts rule-batch",
            "mvn -B -q package -DskipTests",
            "mkdir target && cp " + PROJECT + "/target/batch.jar target");

    /** A command with what it is shown to print. */
    private record Shown(String command, String output) {}

    @TempDir
    private Path folder;

    @Test
    void theTranscriptOfTheReadmeIsWhatHappens() throws IOException {
        List<Shown> transcript = transcript();
        assertThat(transcript).hasSizeGreaterThan(5);
        assertThat(transcript).extracting(Shown::command).containsAll(STAND_INS.keySet());

        String moved = "cd .";
        for (Shown shown : transcript) {
            String command = STAND_INS.getOrDefault(shown.command(), shown.command());
            if (command.startsWith("cd ")) {
                moved += " && " + command;
                continue;
            }
            Ended ended = Program.bash(folder, moved + "\n" + command);
            assertThat(ended.code()).as(command + "\n" + ended).isZero();
            assertThat(ended.err()).as(command).isEmpty();
            assertThat(settled(ended.out())).as(command).isEqualTo(settled(shown.output()));
        }
        assertThat(folder.resolve("rule-batch/orchestrator_output/summary/report.html"))
                .content()
                .contains("aws.s3.bucket.versioning_enabled");
    }

    /** With what differs from run to run in one form: the run's id and how long it took. */
    private static String settled(String output) {
        return output.replaceAll("\\d{8}_\\d{6}", "<run>")
                .replaceAll(" in [0-9.]+ (s|min|ms)( \\d+ s)?\n", " in <time>\n");
    }

    private static List<Shown> transcript() throws IOException {
        List<Shown> shown = new ArrayList<>();
        boolean inside = false;
        for (String line : Files.readAllLines(Path.of("README.md"))) {
            if (line.startsWith("```")) {
                inside = line.equals("```console");
            } else if (inside && line.startsWith("$ ")) {
                shown.add(new Shown(line.substring(2), ""));
            } else if (inside) {
                Shown last = shown.remove(shown.size() - 1);
                shown.add(
                        line.startsWith("> ")
                                ? new Shown(last.command() + "\n" + line.substring(2), last.output())
                                : new Shown(last.command(), last.output() + line + "\n"));
            }
        }
        return shown;
    }
}
