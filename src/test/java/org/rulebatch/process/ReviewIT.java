package org.rulebatch.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The review page as a process of its own, with the timeouts that only such a process has. */
final class ReviewIT {

    @TempDir
    private Path folder;

    @Test
    void aRequestThatDoesNotComeToItsEndIsDropped() throws Exception {
        // given
        Path summary = Files.createDirectories(folder.resolve("orchestrator_output/summary"));
        Files.writeString(summary.resolve("all_validated_requirements.json"), "{}");
        Process review = Program.start(folder, folder.resolve("logs"), "review");
        Running running = new Running(review, folder.resolve("logs/out"), folder.resolve("logs/err"))
                .until(() -> Files.readString(folder.resolve("logs/out")).contains("Ctrl-C ends the page"));
        URI address = URI.create(Files.readString(running.out())
                .lines()
                .findFirst()
                .orElseThrow()
                .substring(8));

        // when
        try (Socket half = new Socket("127.0.0.1", address.getPort());
                Socket whole = new Socket("127.0.0.1", address.getPort())) {
            half.setSoTimeout(60_000);
            whole.setSoTimeout(5_000);
            half.getOutputStream().write("GET / HTTP/1.1\r\nHost: 127.0.0.1".getBytes(StandardCharsets.US_ASCII));
            half.getOutputStream().flush();

            // then: another is answered meanwhile, and this one is dropped
            whole.getOutputStream()
                    .write(("GET / HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(whole.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 200");
            assertThat(half.getInputStream().read()).isEqualTo(-1);
        } finally {
            running.terminate().end();
        }
    }
}
