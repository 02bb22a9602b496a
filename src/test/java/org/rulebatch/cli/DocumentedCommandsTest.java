package org.rulebatch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rulebatch.docs.DocumentedCommand;
import picocli.CommandLine;

/** Ensures that every command line of README and docs is one that the program takes; {@code DocumentedCommandsIT} runs them. */
final class DocumentedCommandsTest {

    @Test
    void everyCommandInTheDocsIsUnderstood() throws IOException {
        List<DocumentedCommand> commands = DocumentedCommand.all().stream()
                .filter(command -> command.isProgram() && !command.isForm())
                .toList();

        assertThat(commands).hasSizeGreaterThan(20);
        for (DocumentedCommand command : commands) {
            List<String> arguments = Arguments.jobFirst(command.arguments());
            CommandLine program = new CommandLine(new RootCommand());
            program.setCaseInsensitiveEnumValuesAllowed(true);
            assertThatCode(() -> program.parseArgs(arguments.toArray(String[]::new)))
                    .as(command.toString())
                    .doesNotThrowAnyException();
        }
    }
}
