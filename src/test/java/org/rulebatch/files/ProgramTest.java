package org.rulebatch.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Ensures that a command starts the program as it was started, whatever its folder is called. */
final class ProgramTest {

    @Test
    void theJarIsNamedAsItWasStarted() {
        assertThat(Program.command("target/batch.jar", "/home/me/target/batch.jar"))
                .isEqualTo("java -jar target/batch.jar");
        assertThat(Program.command("/opt/rule batch/batch.jar", "/opt/rule%20batch/batch.jar"))
                .isEqualTo("java -jar '/opt/rule batch/batch.jar'");
        assertThat(Program.command("surefirebooter.jar", "/home/me/target/classes/"))
                .isEqualTo("java -jar batch.jar");
        assertThat(Program.command("classes:lib/a.jar", "/app/classes/")).isEqualTo("java -jar batch.jar");
    }
}
