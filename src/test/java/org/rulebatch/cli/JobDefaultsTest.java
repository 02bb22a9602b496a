package org.rulebatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

final class JobDefaultsTest {

    @TempDir
    private Path folder;

    private final CommandLine commands = new CommandLine(new RootCommand());

    @BeforeEach
    void theJobWritesElsewhere() throws IOException {
        Files.writeString(
                folder.resolve("generateRules.yaml"),
                "output-dir: elsewhere\nrepository.url: jdbc:h2:mem:x\nmin-validation-rate: 50\nbatch-size: 3\n"
                        + "llm.requests-per-minute: 60\nllm.in-flight: 4\nmax-cost: 2.5\n");
    }

    @Test
    void commandsAboutRunsLookWhereTheJobHasWritten() {
        for (String command :
                new String[] {"runs", "status", "stop", "restart", "abandon", "purge", "deployRules", "archiveRun"}) {
            assertThat(value(command, "--output-dir")).as(command).isEqualTo("elsewhere");
            assertThat(value(command, "--repository.url")).as(command).isEqualTo("jdbc:h2:mem:x");
        }
        assertThat(value("restart", "--min-validation-rate")).isEqualTo("50");
    }

    @Test
    void aRestartKeepsThePaceAndTheLimitsOfTheJob() {
        assertThat(value("restart", "--llm.requests-per-minute")).isEqualTo("60");
        assertThat(value("restart", "--llm.in-flight")).isEqualTo("4");
        assertThat(value("restart", "--max-cost")).isEqualTo("2.5");
    }

    @Test
    void everyOptionOfTheModelIsOneOfTheRestartToo() {
        assertThat(options("restart")).containsAll(options(GenerateRulesCommand.NAME));
    }

    @Test
    void theirOwnFileComesFirst() throws IOException {
        Files.writeString(folder.resolve("runs.yaml"), "output-dir: here\n");
        assertThat(value("runs", "--output-dir")).isEqualTo("here");
        assertThat(value("runs", "--repository.url")).isEqualTo("jdbc:h2:mem:x");
    }

    @Test
    void whatOnlyTheJobKnowsIsNobodyElses() {
        assertThat(value("generateRules", "--batch-size")).isEqualTo("3");
        assertThat(value("describe", "--jobs-dir")).isNull();
    }

    private @Nullable String value(String command, String option) {
        CommandSpec spec = spec(command);
        var found = spec.findOption(option);
        return found == null
                ? null
                : JobDefaults.of(folder, spec, spec(GenerateRulesCommand.NAME)).defaultValue(found);
    }

    /** Those about the model and what it may cost. */
    private List<String> options(String command) {
        return spec(command).options().stream()
                .map(OptionSpec::longestName)
                .filter(name -> name.startsWith("--llm.") || name.startsWith("--max-"))
                .toList();
    }

    private CommandSpec spec(String command) {
        CommandLine found = commands.getSubcommands().get(command);
        assertThat(found).as(command).isNotNull();
        return Objects.requireNonNull(found).getCommandSpec();
    }
}
