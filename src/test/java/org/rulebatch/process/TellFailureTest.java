package org.rulebatch.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code scripts/systemd/tell-failure} sends, with programs in the place of sendmail and journalctl. */
final class TellFailureTest {

    private static final Path SCRIPT = Path.of("scripts/systemd/tell-failure").toAbsolutePath();

    @TempDir
    private Path folder;

    @Test
    void mailsTheLastLinesOfAUnitThatHasFailed() throws Exception {
        program("journalctl", "echo \"$*: said something\"");
        program("sendmail", "cat >" + folder.resolve("mail"));

        assertThat(tell()).isZero();

        assertThat(folder.resolve("mail"))
                .content()
                .startsWith("To: security@example.org\nSubject: rule-batch.service has failed on ")
                .contains("--unit=rule-batch.service", "said something");
        assertThat(folder.resolve("printed")).content().startsWith("<3>rule-batch.service has failed");
    }

    @Test
    void everyUnitNamesTheOneThatTells() throws IOException {
        assertThat(Path.of("scripts/systemd/rule-batch.service"))
                .content()
                .contains("OnFailure=rule-batch-failed@%n.service", "UMask=0077", "StateDirectory=rule-batch");
        assertThat(Path.of("scripts/systemd/rule-batch-failed@.service"))
                .content()
                .contains("scripts/systemd/tell-failure %i");
    }

    private int tell() throws Exception {
        ProcessBuilder builder = new ProcessBuilder("bash", SCRIPT.toString(), "rule-batch.service")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("printed").toFile());
        builder.environment().put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
        builder.environment().put("RULE_BATCH_MAILTO", "security@example.org");
        Process process = builder.start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return process.exitValue();
    }

    private void program(String name, String line) throws IOException {
        Path file = Files.writeString(
                Files.createDirectories(folder.resolve("bin")).resolve(name), "#!/bin/bash\n" + line + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}
