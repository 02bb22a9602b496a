package org.rulebatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

final class JobDefaultsTest {

    @TempDir
    private Path folder;

    private final CommandLine commands = new CommandLine(new RootCommand());

    @BeforeEach
    void theJobWritesElsewhere() throws IOException {
        Files.writeString(
                folder.resolve("generateRules.yaml"),
                "output-dir: elsewhere\nrepository.url: jdbc:h2:mem:x\nmin-validation-rate: 50\nbatch-size: 3\n");
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

    private CommandSpec spec(String command) {
        CommandLine found = commands.getSubcommands().get(command);
        assertThat(found).as(command).isNotNull();
        return Objects.requireNonNull(found).getCommandSpec();
    }
}
