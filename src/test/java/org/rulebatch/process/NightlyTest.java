package org.rulebatch.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code scripts/cron/nightly} makes of each exit code, with a program in the place of Java that ends as it is told. */
final class NightlyTest {

    private static final Path NIGHTLY = Path.of("scripts/cron/nightly").toAbsolutePath();
    private static final Path CRONTAB = Path.of("scripts/cron/rule-batch");

    /** Standing for a number, a range, a list or a step, as cron(5) has them. */
    private static final String TIME = "(\\*|\\d+(-\\d+)?)(/\\d+)?(,(\\*|\\d+(-\\d+)?)(/\\d+)?)*";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "0, 0, 1, false",
        "1, 1, 1, true",
        "2, 2, 1, true",
        "3, 3, 1, true",
        "4, 0, 1, false",
        "5 0, 0, 2, false",
        "5 5 5, 5, 3, true",
        "5 4, 0, 2, false"
    })
    void eachExitCodeHasItsAnswer(String codes, int expected, int attempts, boolean mail) throws Exception {
        // given
        Path work = Files.createDirectories(folder.resolve("work"));
        Files.writeString(work.resolve("codes"), codes.replace(' ', '\n') + "\n");

        // when
        Process nightly = nightly(work.toString(), "--services=s3");

        // then
        assertThat(nightly.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(nightly.exitValue()).isEqualTo(expected);
        String printed = Files.readString(folder.resolve("printed"));
        assertThat(printed.contains("said something")).isEqualTo(mail);
        assertThat(Files.readAllLines(work.resolve("calls")))
                .hasSize(attempts)
                .allMatch(call -> call.endsWith("--job=generateRules --resume --services=s3"));
        assertThat(work.resolve("nightly.log")).content().contains("said something");
        assertThat(work.resolve("nightly.log.last")).doesNotExist();
    }

    @Test
    void withoutAFolderItSaysHowItIsUsed() throws Exception {
        Process nightly = nightly();
        assertThat(nightly.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(nightly.exitValue()).isEqualTo(2);
        assertThat(folder.resolve("printed")).content().contains("usage:");
    }

    @Test
    void theCrontabIsOneThatCronReads() throws IOException {
        for (String line : Files.readAllLines(CRONTAB)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                assertThat(line).matches("[A-Z]+=\\S+|(" + TIME + "\\s+){5}[a-z_][a-z0-9_-]*\\s+/\\S+( .*)?");
                assertThat(line).doesNotContain("%");
            }
        }
        assertThat(CRONTAB).content().endsWith("\n").contains("/scripts/cron/nightly ");
    }

    /** The n-th call of the program ends with the n-th code. */
    private Process nightly(String... arguments) throws IOException {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Path java = Files.writeString(
                bin.resolve("java"),
                """
                #!/bin/bash
                echo "$*" >>calls
                echo "said something"
                exit "$(sed -n "$(wc -l <calls)p" codes)"
                """);
        assertThat(java.toFile().setExecutable(true)).isTrue();
        List<String> command = new java.util.ArrayList<>(List.of("bash", NIGHTLY.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("printed").toFile());
        builder.environment().put("PATH", bin + ":" + System.getenv("PATH"));
        builder.environment().put("RULE_BATCH_PAUSES", "0 0");
        return builder.start();
    }
}
