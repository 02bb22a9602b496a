package org.rulebatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Ensures that docs/options.md says what the program takes; {@code -Ddocs.write} writes it anew. */
final class OptionsDocTest {

    private static final Path FILE = Path.of("docs", "options.md");

    @Test
    void theListOfOptionsIsThatOfTheProgram() throws IOException {
        if (System.getProperty("docs.write") != null) {
            Files.writeString(FILE, text());
        }

        assertThat(Files.readString(FILE)).as("write it anew with -Ddocs.write").isEqualTo(text());
    }

    private static String text() {
        StringBuilder text = new StringBuilder(
                "# Options\n\nWritten from the program by `OptionsDocTest`. A job is started"
                        + " with `--job=<name>`, a command by its name; the defaults of a job stand in `jobs/<job>.yaml`.\n");
        for (Map.Entry<String, CommandLine> each :
                new CommandLine(new RootCommand()).getSubcommands().entrySet()) {
            CommandSpec spec = each.getValue().getCommandSpec();
            text.append("\n## ").append(spec.name()).append("\n\n");
            text.append(String.join(" ", spec.usageMessage().description())).append("\n");
            List<ArgSpec> arguments = spec.args().stream()
                    .filter(argument -> !argument.hidden())
                    .filter(argument ->
                            !(argument instanceof OptionSpec option && (option.usageHelp() || option.versionHelp())))
                    .toList();
            if (!arguments.isEmpty()) {
                text.append("\n| option | what it says |\n|---|---|\n");
                arguments.forEach(argument -> text.append(line(argument)));
            }
        }
        return text.toString();
    }

    private static String line(ArgSpec argument) {
        String name = argument instanceof OptionSpec option
                ? option.longestName() + (option.arity().max() == 0 ? "" : "=" + argument.paramLabel())
                : argument.paramLabel();
        String description = String.join(" ", argument.description())
                .replace("${DEFAULT-VALUE}", String.valueOf(argument.defaultValue()));
        return "| `" + name.replace("|", "\\|") + "` | " + description.replace("|", "\\|") + " |\n";
    }
}
