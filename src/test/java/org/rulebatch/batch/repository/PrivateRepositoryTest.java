package org.rulebatch.batch.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rulebatch.batch.Bench;
import org.rulebatch.batch.step.Workplace;
import org.rulebatch.store.OutputFolder;
import org.springframework.batch.core.repository.ExecutionContextSerializer;

/** Ensures that nobody but the owner of a run gets at its repository. */
final class PrivateRepositoryTest {

    @TempDir
    private Path folder;

    @Test
    void anotherUserFindsNoServerAndNoFile() throws Exception {
        // given
        OutputFolder output = new OutputFolder(folder.resolve("out"));
        Files.createDirectories(output.hidden());
        Files.writeString(output.hidden().resolve("id"), "known");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(output.hidden(), PosixFilePermissions.fromString("rwxrwxrwx"));
        List<String> before = listening();

        // when
        try (Workplace place = new Bench(folder).open()) {
            // then
            assertThat(place.outputId()).isEqualTo("known");
            assertThat(listening()).as("sockets on which this process listens").isEqualTo(before);
            try (Stream<Path> all = Files.walk(output.hidden())) {
                assertThat(all.toList()).hasSizeGreaterThan(3).allMatch(each -> permissions(each)
                        .endsWith("------"));
            }
            assumeTrue(System.getProperty("user.name").equals("root"), "only root can become another user");
            Process other = new ProcessBuilder(
                            "setpriv",
                            "--reuid=65534",
                            "--regid=65534",
                            "--clear-groups",
                            "ls",
                            output.hidden().toString())
                    .redirectErrorStream(true)
                    .start();
            assertThat(new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("Permission denied");
        }
    }

    @Test
    void aContextHoldsNumbersAndTextsAndNothingThatRunsCode() throws IOException {
        // given
        ExecutionContextSerializer json = ContextSerializer.json();
        Map<String, Object> context = Map.of("done", 3, "size", 5L, "error", "kms: broken");

        // when
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        json.serialize(context, out);

        // then
        assertThat(json.deserialize(new ByteArrayInputStream(out.toByteArray())))
                .isEqualTo(context);
        byte[] harmful = "{\"a\":[\"java.net.URL\",\"http://localhost\"]}".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> json.deserialize(new ByteArrayInputStream(harmful)))
                .hasMessageContaining("java.net.URL");
    }

    /** The local addresses of listening TCP sockets of this machine that this process has open. */
    private static List<String> listening() throws IOException {
        List<String> own;
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            own = open.map(PrivateRepositoryTest::target)
                    .filter(name -> name.startsWith("socket:["))
                    .map(name -> name.replaceAll("\\D", ""))
                    .toList();
        }
        try (Stream<String> sockets =
                Stream.concat(Files.lines(Path.of("/proc/net/tcp")), Files.lines(Path.of("/proc/net/tcp6")))) {
            return sockets.map(line -> line.strip().split("\\s+"))
                    .filter(fields -> fields.length > 9 && fields[3].equals("0A") && own.contains(fields[9]))
                    .map(fields -> fields[1])
                    .sorted()
                    .toList();
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return "";
        }
    }

    private static String permissions(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException e) {
            return "gone------";
        }
    }
}
