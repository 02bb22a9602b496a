package org.rulebatch.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ensures that people see how a run goes on: live on a terminal (the pseudo terminal of {@code script}), as lines elsewhere. */
final class ProgressIT {

    private static final String[] ARGUMENTS = {
        "--job=generateRules",
        "--jobs-dir=" + Path.of("jobs").toAbsolutePath(),
        "--services=iam,kms,s3",
        "--batch-size=2",
        "--max-parallel-batches=1"
    };

    private static final String ESCAPE = "\u001b";

    @TempDir
    private Path folder;

    @Test
    void aTerminalShowsTheBatchesInFlightAndATotal() {
        // when
        String shown = onTerminal("unset NO_COLOR;");

        // then
        assertThat(shown)
                .contains(ESCAPE + "[")
                .contains("batch 1/2 0/2 services, now iam")
                .contains("total 0/3 services")
                .contains(ESCAPE + "[32m")
                .contains("batch 1/2", "iam, kms");
        assertThat(plain(shown)).contains("batch 2/2 done: s3").contains("criteria  all met");
    }

    @Test
    void noColourMeansNone() {
        String shown = onTerminal("export NO_COLOR=1;");

        assertThat(shown).contains("total 0/3 services").doesNotContainPattern(ESCAPE + "\\[[0-9;]*3[0-9]m");
    }

    @Test
    void aTerminalThatCanDoNothingGetsLines() {
        String shown = onTerminal("export TERM_OF_TEST=dumb;");

        assertThat(shown).doesNotContain(ESCAPE).contains("batch 2/2 done: s3 | 3/3 services");
    }

    @Test
    void aPipeGetsLinesAndASummaryOfAtMostTenLines() {
        // when
        Ended ended = Program.run(folder, ARGUMENTS);

        // then
        ended.with(0);
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out())
                .doesNotContain(ESCAPE)
                .contains("batch 1/2 done: iam, kms | 2/3 services", "batch 2/2 done: s3 | 3/3 services");
        List<String> summary =
                ended.out().lines().dropWhile(line -> !line.startsWith("Run ")).toList();
        assertThat(summary).hasSizeBetween(6, 10);
        assertThat(summary.get(0)).matches("Run 1 \\(\\d{8}_\\d{6}\\) is complete: \\d+ rules of 3 services in .*");
        assertThat(summary.get(summary.size() - 1)).startsWith("  next ");
    }

    @Test
    void controlCStopsInOrderAndSaysHowToGoOn() {
        // given
        String keys =
                "(until [ -e orchestrator_output/batch_001/services.txt ]; do sleep 0.1; done; printf '\\003') | ";

        // when
        Ended ended = Program.bash(folder, keys + script("--job=generateRules", ARGUMENTS[1]));

        // then
        ended.with(3);
        assertThat(plain(ended.out()))
                .contains("Stopping (SIGINT)")
                .contains("was stopped. Resume it: java -jar " + Program.jar() + " restart 1 --jobs-dir=");
    }

    @Test
    void aProcessThatControlCDoesNotReachSaysSo() {
        Ended ended = Program.bash(folder, "env --ignore-signal=INT " + onScript(ARGUMENTS));

        ended.with(0);
        assertThat(plain(ended.out()))
                .contains("Ctrl-C does not reach this process")
                .contains(" stop --jobs-dir=");
    }

    @Test
    void quietSaysOnlyHowItEnded() {
        String[] arguments = List.of(ARGUMENTS).toArray(new String[ARGUMENTS.length + 1]);
        arguments[ARGUMENTS.length] = "--quiet";

        Ended ended = Program.run(folder, arguments);

        ended.with(0);
        assertThat(ended.out()).startsWith("Run 1 (");
        assertThat(ended.out().lines().count()).isLessThanOrEqualTo(10);
        assertThat(ended.err()).isEmpty();
    }

    @BeforeEach
    void requireTools() {
        boolean there = Program.isInstalled("script");
        if (System.getenv("RULE_BATCH_ALL_TESTS") != null) {
            assertThat(there)
                    .as("script is missing; it is in the package bsdutils")
                    .isTrue();
        }
        assumeTrue(there, "script is missing");
    }

    private String onTerminal(String setting) {
        Ended ended = Program.bash(folder, setting + script(ARGUMENTS));
        ended.with(0);
        return ended.out();
    }

    private static String script(String... arguments) {
        // Whoever runs the tests in the background has Ctrl-C ignored by all that they start.
        return "TERM=${TERM_OF_TEST:-xterm-256color} env --default-signal=INT " + onScript(arguments);
    }

    private static String onScript(String... arguments) {
        String java = String.join(" ", Program.command(arguments));
        return "script -qec 'stty rows 24 cols 100; exec " + java + "' /dev/null";
    }

    private static String plain(String shown) {
        return shown.replaceAll(ESCAPE + "\\[[0-9;?]*[A-Za-z]", "");
    }
}
