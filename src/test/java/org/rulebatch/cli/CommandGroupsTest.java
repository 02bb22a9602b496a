package org.rulebatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Ensures that the help has each job and command in one group, with those of every day first. */
final class CommandGroupsTest {

    @Test
    void eachCommandStandsInOneGroup() {
        List<String> grouped =
                CommandGroups.GROUPS.values().stream().flatMap(List::stream).toList();

        assertThat(grouped)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        new CommandLine(new RootCommand()).getSubcommands().keySet());
    }

    @Test
    void theHelpShowsTheGroups() {
        StringWriter out = new StringWriter();
        assertThat(new CommandLineApp(out, new PrintWriter(out)).run("--help")).isZero();

        assertThat(out.toString().replace("\r", ""))
                .containsSubsequence(
                        "Every day:",
                        "generateRules",
                        "Rules of your own:",
                        "try ",
                        "Runs:",
                        "To maintain the program:");
    }
}
