package org.rulebatch.cli.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rulebatch.store.InputException;
import picocli.CommandLine;

/** Ensures that the file of replies identifies a run, and that a run does not go on with other replies. */
final class RepliesOptionTest {

    private static final Path FIXTURE = Path.of("src/test/resources/replies/recorded.json");

    @TempDir
    private Path folder;

    private Path file = Path.of("");

    private final StringWriter out = new StringWriter();

    @BeforeEach
    void copy() throws IOException {
        file = Files.copy(FIXTURE, folder.resolve("replies.json"));
    }

    @Test
    void saysWhatTheFileHolds() {
        identity();

        assertThat(out.toString()).contains("3 answers of " + file).contains(file + ":31: an entry of 's3'");
    }

    @Test
    void readsAgainWhatARunWasStartedWith() {
        assertThat(RepliesOption.of(identity()).size()).isEqualTo(3);
    }

    @Test
    void refusesToGoOnWithOtherReplies() throws IOException {
        Map<String, String> started = identity();
        Files.writeString(file, Files.readString(file).replace("Enabled", "Suspended"));

        assertThatThrownBy(() -> RepliesOption.of(started))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("is not the file that the run was started with");
        assertThat(identity()).isNotEqualTo(started);
    }

    private Map<String, String> identity() {
        RepliesOption option = new RepliesOption();
        CommandLine.populateCommand(option, "--replies=" + file);
        return option.identity(GeneratorKind.REPLIES, new PrintWriter(out, true));
    }
}
