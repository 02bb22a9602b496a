package org.rulebatch.process;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
        assertThat(logs(work)).singleElement(as(STRING)).contains("said something", "== ended with " + lastOf(codes));
    }

    @Test
    void twoCallsAtOnceKeepBothLogs() throws Exception {
        // given: a first call that is at work until the pipe is read
        Path work = Files.createDirectories(folder.resolve("work"));
        Files.writeString(work.resolve("codes"), "1\n4\n");
        assertThat(new ProcessBuilder("mkfifo", work.resolve("busy").toString())
                        .start()
                        .waitFor())
                .isZero();
        Process first = nightly(work.toString(), "--first");
        await().until(() -> Files.exists(work.resolve("calls")));
        Path printed = Files.move(folder.resolve("printed"), folder.resolve("printed by the first"));

        // when: a second one comes, finds it at work, and ends before it
        Process second = nightly(work.toString(), "--second");
        assertThat(second.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(logs(work)).hasSize(2);
        Files.readString(work.resolve("busy"));
        assertThat(first.waitFor(1, TimeUnit.MINUTES)).isTrue();

        // then
        assertThat(second.exitValue()).isZero();
        assertThat(folder.resolve("printed")).isEmptyFile();
        assertThat(first.exitValue()).isEqualTo(1);
        assertThat(printed).content().contains("said something about --first");
        assertThat(logs(work))
                .anyMatch(log -> log.contains("said something about --first") && log.contains("== ended with 1"))
                .anyMatch(log -> log.contains("said something about --second") && log.contains("== ended with 4"));
    }

    @Test
    void nobodyElseReadsTheLog() throws Exception {
        Path work = Files.createDirectories(folder.resolve("work"));
        Files.writeString(work.resolve("codes"), "0\n");
        assertThat(nightly(work.toString()).waitFor(1, TimeUnit.MINUTES)).isTrue();
        try (Stream<Path> logs = Files.list(work.resolve("nightly"))) {
            assertThat(logs.map(NightlyTest::permissions)).containsExactly("rw-------");
        }
        assertThat(permissions(work.resolve("nightly"))).isEqualTo("rwx------");
    }

    private static List<String> logs(Path work) throws IOException {
        try (Stream<Path> logs = Files.list(work.resolve("nightly"))) {
            return logs.map(NightlyTest::text).toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String permissions(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String lastOf(String codes) {
        return codes.substring(codes.lastIndexOf(' ') + 1);
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
                touch calls.before
                code=$(sed -n "$(($(wc -l <calls.before) + 1))p" codes)
                echo "$*" >>calls.before
                cp calls.before calls
                echo "said something about ${!#}"
                if [ "${!#}" = --first ]; then echo done >busy; fi
                exit "$code"
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
