package org.rulebatch.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ensures that only who holds the token may ask, and that only a decision that can be used becomes a file. */
final class ReviewServerTest {

    private static final String CHECK =
            """
            {"rule_id": "%s", "decision": "automated", "conditions": [{"client": "s3", "operation": "%s",
             "path": "Status", "operator": "equals", "value": "%s"}]}
            """;

    @TempDir
    private Path folder;

    private ReviewedSample sample;
    private URI address;
    private String token;

    @BeforeEach
    void open() throws IOException {
        sample = new ReviewedSample(folder);
        address = URI.create(sample.address());
        token = address.getQuery().replace("token=", "");
    }

    @AfterEach
    void close() {
        sample.close();
    }

    @Test
    void nobodyIsLetInWithoutTheToken() throws IOException {
        assertThat(ask("GET", "/?token=" + token, Map.of("X-Review-Token", ""), ""))
                .startsWith("HTTP/1.1 200");
        assertThat(ask("GET", "/", Map.of(), "")).startsWith("HTTP/1.1 403");
        assertThat(ask("GET", "/?token=0", Map.of(), "")).startsWith("HTTP/1.1 403");
        assertThat(ask("GET", "/api/rules", Map.of("X-Review-Token", "0"), "")).startsWith("HTTP/1.1 403");
        assertThat(ask("GET", "/api/rules?token=" + token, Map.of("X-Review-Token", ""), ""))
                .startsWith("HTTP/1.1 403");
    }

    @Test
    void aRequestByAnotherNameOrFromAnotherSiteIsRefused() throws IOException {
        String port = ":" + address.getPort();

        assertThat(ask("GET", "/api/rules", Map.of(), "")).startsWith("HTTP/1.1 200");
        assertThat(ask("GET", "/api/rules", Map.of("Host", "rules.example.com" + port), ""))
                .startsWith("HTTP/1.1 403");
        assertThat(ask("GET", "/api/rules", Map.of("Origin", "http://evil.example"), ""))
                .startsWith("HTTP/1.1 403");
        assertThat(ask("GET", "/api/rules", Map.of("Origin", "http://127.0.0.1" + port), ""))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void aDecisionThatCanBeUsedBecomesAFile() throws IOException {
        String answer =
                put(ReviewedSample.OPEN, CHECK.formatted(ReviewedSample.OPEN, "get_bucket_versioning", "Enabled"));

        assertThat(answer).startsWith("HTTP/1.1 200");
        assertThat(sample.overrides.resolve(ReviewedSample.OPEN + ".yaml"))
                .content()
                .contains("rule_id: \"" + ReviewedSample.OPEN + "\"", "operation: \"get_bucket_versioning\"");
        assertThat(ask("GET", "/api/rules", Map.of(), "")).contains("\"decided\":true");
        assertThat(ask("DELETE", "/api/decision?id=" + ReviewedSample.OPEN, Map.of(), ""))
                .startsWith("HTTP/1.1 200");
        assertThat(sample.overrides).isEmptyDirectory();
    }

    @Test
    void oneThatCannotBeUsedIsRefusedWithTheReason() throws IOException {
        assertThat(put(ReviewedSample.OPEN, CHECK.formatted(ReviewedSample.OPEN, "get_bucket_versioning", "Enabledd")))
                .startsWith("HTTP/1.1 422")
                .contains("Enabled");
        assertThat(put(ReviewedSample.OPEN, CHECK.formatted(ReviewedSample.OPEN, "put_bucket_versioning", "Enabled")))
                .startsWith("HTTP/1.1 422");
        assertThat(put(
                        ReviewedSample.OPEN,
                        "{\"rule_id\": \"" + ReviewedSample.OPEN + "\", \"decision\": \"manual_review\"}"))
                .startsWith("HTTP/1.1 422")
                .contains("reason");
        assertThat(put(ReviewedSample.OPEN, "nonsense")).startsWith("HTTP/1.1 400");
        assertThat(sample.overrides).doesNotExist();
    }

    @Test
    void onlyARuleOfTheRunCanBeDecided() throws IOException {
        String check = CHECK.formatted("../../x", "get_bucket_versioning", "Enabled");

        assertThat(put("..%2F..%2Fx", check)).startsWith("HTTP/1.1 404");
        assertThat(put(ReviewedSample.OPEN, check)).startsWith("HTTP/1.1 400");
        assertThat(Files.exists(folder.resolve("x.yaml"))).isFalse();
    }

    @Test
    void theCatalogSaysWhatCanBeChosen() throws IOException {
        assertThat(ask("GET", "/api/reads?client=s3", Map.of(), ""))
                .contains("get_bucket_versioning")
                .doesNotContain("put_bucket");
        assertThat(ask("GET", "/api/fields?client=s3&operation=get_bucket_versioning", Map.of(), ""))
                .contains("\"path\":\"Status\"", "\"values\":[\"Enabled\",\"Suspended\"]");
        assertThat(ask("GET", "/api/fields?client=s3&operation=delete_bucket", Map.of(), ""))
                .startsWith("HTTP/1.1 404");
    }

    private String put(String id, String body) throws IOException {
        return ask("PUT", "/api/decision?id=" + id, Map.of(), body);
    }

    /** Asks over a socket, for Java's client sets the Host header itself. */
    private String ask(String method, String path, Map<String, String> headers, String body) throws IOException {
        Map<String, String> all =
                new TreeMap<>(Map.of("Host", "127.0.0.1:" + address.getPort(), "X-Review-Token", token));
        all.putAll(headers);
        StringBuilder request = new StringBuilder(method + " " + path + " HTTP/1.1\r\nConnection: close\r\n");
        all.forEach((name, value) -> request.append(name + ": " + value + "\r\n"));
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        request.append("Content-Length: " + bytes.length + "\r\n\r\n");
        try (Socket socket = new Socket("127.0.0.1", address.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(request.toString().getBytes(StandardCharsets.UTF_8));
            out.write(bytes);
            out.flush();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
