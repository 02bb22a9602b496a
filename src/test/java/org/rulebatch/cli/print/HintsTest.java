package org.rulebatch.cli.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.rulebatch.cli.options.OutputOptions;
import picocli.CommandLine;

/** Ensures that a command the program prints can be pasted as it stands. */
final class HintsTest {

    @Test
    void whatIsTheDefaultIsLeftOut() {
        assertThat(hints("jobs").restart("7")).isEqualTo("java -jar batch.jar restart 7");
        assertThat(hints("jobs").review()).isEqualTo("java -jar batch.jar review");
    }

    @Test
    void whatARestartNeedsIsThere() {
        Hints hints = hints(
                "my-rules",
                "--output-dir=out",
                "--repository.url=jdbc:postgresql://db/rules?password=secret",
                "--repository.user=me",
                "--repository.password=secret");

        assertThat(hints.restart("last"))
                .isEqualTo("java -jar batch.jar restart last --output-dir=out --jobs-dir=my-rules"
                        + " --repository.url=jdbc:postgresql://db/rules --repository.user=me");
        assertThat(hints.testRules())
                .contains("--job=testRules --output-dir=out --jobs-dir=my-rules --repository.url=");
    }

    @Test
    void aShellTakesEachOptionForOneWord() {
        assertThat(hints("it's mine", "--output-dir=my rules").status(3))
                .isEqualTo("java -jar batch.jar status 3 --output-dir='my rules' --jobs-dir='it'\\''s mine'");
    }

    private static Hints hints(String jobs, String... output) {
        Command command = new Command();
        new CommandLine(command).parseArgs(output);
        return new Hints(command.output, Path.of(jobs));
    }

    @CommandLine.Command
    private static final class Command {
        @CommandLine.Mixin
        private OutputOptions output = new OutputOptions();
    }
}
