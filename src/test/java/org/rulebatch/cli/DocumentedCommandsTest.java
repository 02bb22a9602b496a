package org.rulebatch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Ensures that every command line of README and docs is one that the program takes; what they do is tested elsewhere. */
final class DocumentedCommandsTest {

    private static final String PROGRAM = "java -jar target/batch.jar ";

    @Test
    void everyCommandInTheDocsIsUnderstood() throws IOException {
        List<String> commands = commands();

        assertThat(commands).hasSizeGreaterThan(8);
        for (String command : commands) {
            List<String> arguments = Arguments.jobFirst(List.of(command.substring(PROGRAM.length())
                    .replaceFirst("\\s*#.*", "")
                    .strip()
                    .split("\\s+")));
            CommandLine program = new CommandLine(new RootCommand());
            program.setCaseInsensitiveEnumValuesAllowed(true);
            assertThatCode(() -> program.parseArgs(arguments.toArray(String[]::new)))
                    .as(command)
                    .doesNotThrowAnyException();
        }
    }

    private static List<String> commands() throws IOException {
        List<Path> files = new ArrayList<>(List.of(Path.of("README.md")));
        try (Stream<Path> docs = Files.list(Path.of("docs"))) {
            docs.filter(file -> file.toString().endsWith(".md")).sorted().forEach(files::add);
        }
        List<String> commands = new ArrayList<>();
        for (Path file : files) {
            String text = Files.readString(file).replaceAll("\\\\\n\\s*", "");
            text.lines().filter(line -> line.startsWith(PROGRAM)).forEach(commands::add);
        }
        return commands;
    }
}
