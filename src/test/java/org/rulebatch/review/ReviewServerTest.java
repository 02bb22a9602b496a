package org.rulebatch.review;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ensures that only who holds the token may ask, and that only a decision that can be used becomes a file. */
@Timeout(60)
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
        token = address.getFragment().replace("token=", "");
    }

    @AfterEach
    void close() {
        sample.close();
    }

    @Test
    void nobodyIsLetInWithoutTheToken() throws IOException {
        assertThat(ask("GET", "/api/rules", Map.of(), "")).startsWith("HTTP/1.1 200");
        assertThat(ask("GET", "/api/rules", Map.of("X-Review-Token", "0"), "")).startsWith("HTTP/1.1 403");
        assertThat(ask("GET", "/api/rules?token=" + token, Map.of("X-Review-Token", ""), ""))
                .startsWith("HTTP/1.1 403");
        assertThat(sample.log).hasSize(2).allMatch(line -> line.contains(" 403 The token is missing or wrong"));
    }

    @Test
    void theTokenIsInNoAddressThatABrowserSendsOrKeeps() throws IOException {
        assertThat(address.getQuery()).isNull();
        assertThat(ask("GET", "/", Map.of("X-Review-Token", ""), ""))
                .startsWith("HTTP/1.1 200")
                .contains("history.replaceState")
                .doesNotContain(token)
                .doesNotContain(ReviewedSample.OPEN);
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
                .contains("rule_id: " + ReviewedSample.OPEN, "operation: get_bucket_versioning");
        assertThat(ask("GET", "/api/rules", Map.of(), "")).contains("\"decided\":true");
        assertThat(delete(seen(answer))).startsWith("HTTP/1.1 200");
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

    @Test
    void theSecondOfTwoTabsSeesThatTheFirstHasDecided() throws IOException {
        // given: both have seen that there is no decision
        String first = put(ReviewedSample.OPEN, manual("the first"));
        assertThat(first).startsWith("HTTP/1.1 200");

        // when: the second saves, and then takes back, without having seen the first
        String second = put(ReviewedSample.OPEN, manual("the second"));
        assertThat(second).startsWith("HTTP/1.1 412").contains("the first", "changed\":\"by ");
        assertThat(delete("\"absent\"")).startsWith("HTTP/1.1 412");
        assertThat(sample.override()).content().contains("the first");

        // then: who has seen it may put another in its place
        assertThat(put(ReviewedSample.OPEN, manual("the second"), seen(second))).startsWith("HTTP/1.1 200");
        assertThat(sample.override()).content().contains("the second");
        assertThat(delete(seen(first))).startsWith("HTTP/1.1 412");
    }

    @Test
    void ofManySavesAtOnceOnlyOneIsTheFirst() throws Exception {
        ExecutorService tabs = Executors.newFixedThreadPool(20);
        List<Callable<String>> saves = IntStream.range(0, 20)
                .<Callable<String>>mapToObj(i -> () -> put(ReviewedSample.OPEN, manual("tab " + i + " ".repeat(1000))))
                .toList();
        List<String> statuses = new ArrayList<>();
        for (Future<String> save : tabs.invokeAll(saves)) {
            statuses.add(save.get().substring(9, 12));
        }
        tabs.shutdownNow();

        assertThat(statuses).hasSize(20).containsOnlyOnce("200").containsOnly("200", "412");
    }

    @Test
    void aRequestThatDoesNotComeToItsEndBlocksNobody() throws IOException {
        try (Socket header = connect("GET / HTTP/1.1\r\nHost: 127.0.0.1");
                Socket body = connect("PUT /api/decision?id=" + ReviewedSample.OPEN + " HTTP/1.1\r\nHost: 127.0.0.1:"
                        + address.getPort() + "\r\nX-Review-Token: " + token + "\r\nContent-Length: 1000\r\n\r\n")) {
            assertThat(ask("GET", "/api/rules", Map.of(), "")).startsWith("HTTP/1.1 200");
            assertThat(put(ReviewedSample.OPEN, manual("not blocked"))).startsWith("HTTP/1.1 200");
            assertThat(header.isConnected() && body.isConnected()).isTrue();
        }
    }

    @Test
    void withoutTheTokenTheBodyIsNotWaitedFor() throws IOException {
        try (Socket socket = connect("PUT /api/decision?id=" + ReviewedSample.OPEN + " HTTP/1.1\r\nHost: 127.0.0.1:"
                + address.getPort() + "\r\nContent-Length: 100000\r\n\r\n")) {
            byte[] line = socket.getInputStream().readNBytes("HTTP/1.1 403".length());
            assertThat(new String(line, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 403");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 levels      | 422",
                "100000 levels   | 400",
                "2 MiB           | 413",
                "5 MiB           | 413",
                "empty           | 400",
                "a list          | 400",
                "not UTF-8       | 400"
            })
    void everyBodyIsAnsweredAndLogged(String what, int status) throws IOException {
        byte[] body = body(what);

        String answer = ask(
                "PUT",
                "/api/decision?id=" + ReviewedSample.OPEN,
                Map.of("Content-Length", String.valueOf(body.length)),
                body);

        assertThat(answer).startsWith("HTTP/1.1 " + status);
        assertThat(sample.log)
                .singleElement(as(STRING))
                .startsWith("PUT /api/decision")
                .contains(" " + status);
        assertThat(sample.overrides).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    for_each=ec2.describe_volumes&complies=item.Encryptd         | 'Encrypted'
                    for_each=ec2.describe_volume&complies=item.Encrypted         | did you mean describe_volumes?
                    for_each=ec2.delete_volume&complies=true                     | is not a read of configuration
                    for_each=ec2.describe_volumes&complies=                      | say what a compliant item shows
                    for_each=&complies=true                                      | name what is judged
                    for_each=ec2.describe_volumes&with=x&complies=true           | with is not a map
                    for_each=ec2.describe_volumes&parameters=%22&complies=true   | line 1
                    for_each=%5B&complies=true                                   | line 1
                    """)
    void aCheckThatIsTypedIsCheckedWhileNothingIsWritten(String typed, String message) throws IOException {
        assertThat(ask("GET", "/api/check?" + typed, Map.of(), ""))
                .startsWith("HTTP/1.1 200")
                .contains(message);
        assertThat(sample.overrides).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD", "OPTIONS", "POST", "TRACE", "get"})
    void everyMethodIsAnswered(String method) throws IOException {
        assertThat(ask(method, "/api/rules", Map.of(), ""))
                .startsWith("HTTP/1.1 " + (method.equals("HEAD") ? "200" : "405"))
                .containsIgnoringCase("Content-Length: ");
    }

    @Test
    void anOverrideThatIsNotTextIsReported() throws IOException {
        Files.createDirectories(sample.overrides);
        Files.write(sample.override(), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        String rule = ask("GET", "/api/rule?id=" + ReviewedSample.OPEN, Map.of(), "");
        assertThat(rule).startsWith("HTTP/1.1 200").contains("is not UTF-8 text");
        assertThat(put(ReviewedSample.OPEN, manual("x"))).startsWith("HTTP/1.1 412");
        assertThat(put(ReviewedSample.OPEN, manual("x"), seen(rule))).startsWith("HTTP/1.1 200");
    }

    @Test
    void aFolderInThePlaceOfAnOverrideStays() throws IOException {
        Path folder = Files.createDirectories(sample.override());

        assertThat(ask("GET", "/api/rule?id=" + ReviewedSample.OPEN, Map.of(), ""))
                .startsWith("HTTP/1.1 200")
                .contains("is not a file");
        assertThat(put(ReviewedSample.OPEN, manual("x")))
                .startsWith("HTTP/1.1 409")
                .contains("is not a file");
        assertThat(delete("\"unreadable\"")).startsWith("HTTP/1.1 409");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aSummaryThatIsGoneOrDamagedIsNotAnEmptyList() throws IOException {
        Files.writeString(sample.summary, "{\"s3\":[{\"rule_id\":");
        assertThat(ask("GET", "/api/rules", Map.of(), ""))
                .startsWith("HTTP/1.1 503")
                .contains("is damaged");
        Files.delete(sample.summary);
        assertThat(ask("GET", "/api/rules", Map.of(), ""))
                .startsWith("HTTP/1.1 503")
                .contains("is gone");
        assertThat(put(ReviewedSample.OPEN, manual("x"))).startsWith("HTTP/1.1 503");
        assertThat(sample.log).hasSize(3);
    }

    private static byte[] body(String what) {
        String id = "{\"rule_id\": \"" + ReviewedSample.OPEN + "\", \"decision\": \"manual_review\", \"reason\": \"";
        return switch (what) {
            case "empty" -> new byte[0];
            case "a list" -> "[]".getBytes(StandardCharsets.UTF_8);
            case "not UTF-8" -> (id + "\u00ff\"}").getBytes(StandardCharsets.ISO_8859_1);
            default -> {
                int size = Integer.parseInt(what.substring(0, what.indexOf(' ')));
                yield (what.endsWith("MiB")
                                ? id + "x".repeat(size << 20) + "\"}"
                                : id + "\", \"conditions\": " + "[".repeat(size) + "]".repeat(size) + "}")
                        .getBytes(StandardCharsets.UTF_8);
            }
        };
    }

    private static String manual(String reason) {
        return "{\"rule_id\": \"" + ReviewedSample.OPEN + "\", \"decision\": \"manual_review\", \"reason\": \"" + reason
                + "\"}";
    }

    /** The version that an answer names, as the next request sends it. */
    private static String seen(String answer) {
        Matcher version = Pattern.compile("\"version\":(\"\\w+\")").matcher(answer);
        assertThat(version.find()).isTrue();
        return version.group(1);
    }

    private String delete(String seen) throws IOException {
        return ask("DELETE", "/api/decision?id=" + ReviewedSample.OPEN, Map.of("If-Match", seen), "");
    }

    private String put(String id, String body) throws IOException {
        return ask("PUT", "/api/decision?id=" + id, Map.of(), body);
    }

    private String put(String id, String body, String seen) throws IOException {
        return ask("PUT", "/api/decision?id=" + id, Map.of("If-Match", seen), body);
    }

    private Socket connect(String request) throws IOException {
        Socket socket = new Socket("127.0.0.1", address.getPort());
        socket.setSoTimeout(30_000);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    private String ask(String method, String path, Map<String, String> headers, String body) throws IOException {
        return ask(method, path, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    /** Asks over a socket, for Java's client sets the Host header itself. */
    private String ask(String method, String path, Map<String, String> headers, byte[] body) throws IOException {
        Map<String, String> all =
                new TreeMap<>(Map.of("Host", "127.0.0.1:" + address.getPort(), "X-Review-Token", token));
        all.put("Content-Length", String.valueOf(body.length));
        all.putAll(headers);
        StringBuilder request = new StringBuilder(method + " " + path + " HTTP/1.1\r\nConnection: close\r\n");
        all.forEach((name, value) -> request.append(name + ": " + value + "\r\n"));
        try (Socket socket = connect(request.append("\r\n").toString())) {
            socket.getOutputStream().write(body);
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
