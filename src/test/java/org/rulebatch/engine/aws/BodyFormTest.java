package org.rulebatch.engine.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.engine.NotConfigured;
import org.rulebatch.engine.ReadCall;
import org.rulebatch.engine.ReadReply;
import org.rulebatch.knowledge.Knowledge;
import org.rulebatch.yaml.YamlDocument;
import tools.jackson.databind.JsonNode;

/** Ensures that only a body of the operation's own form is its answer, in each protocol: whatever else comes is not known. */
final class BodyFormTest {

    private static final Catalog CATALOG = Catalog.bundled();

    /** What the server answers, whatever it is asked. */
    private record Sent(int status, String type, byte[] body, boolean zipped) {}

    private final LoopbackServer server = new LoopbackServer(this::handle);
    private final AwsReadClient client = new AwsReadClient(
            CATALOG,
            new NotConfigured(Knowledge.bundled()),
            AwsSettings.standard()
                    .withEndpoint(server.endpoint())
                    .withPatience(1, Duration.ofMinutes(2), Duration.ofSeconds(30))
                    .withLimits(1_000, 1_000, 100_000));
    private final List<String> accepted = new CopyOnWriteArrayList<>();
    private volatile Sent sent = new Sent(500, "", new byte[0], false);

    @BeforeEach
    void giveCredentials() {
        System.setProperty("aws.accessKeyId", "test");
        System.setProperty("aws.secretAccessKey", "test");
    }

    @AfterEach
    void close() {
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
        client.close();
        server.close();
    }

    static List<String> calls() throws IOException {
        List<String> calls = new ArrayList<>();
        fixture().path("calls").forEach(call -> calls.add(call.path("call").asString()));
        return calls;
    }

    @ParameterizedTest
    @MethodSource("calls")
    void takesTheOperationsOwnAnswer(String call) throws IOException {
        for (JsonNode answer : entry(call).path("answers")) {
            sent = new Sent(200, "", bytes(answer.asString()), false);

            assertThat(read(call)).as(answer.asString()).isInstanceOf(ReadReply.Answer.class);
        }
    }

    @ParameterizedTest
    @MethodSource("calls")
    void takesNothingElse(String call) throws IOException {
        List<JsonNode> bodies = new ArrayList<>();
        fixture().path("everywhere").forEach(bodies::add);
        entry(call).path("unread").forEach(bodies::add);
        for (JsonNode body : bodies) {
            int status = body.path("status").asInt(200);
            sent = new Sent(
                    status,
                    body.path("type").asString(""),
                    bytes(body.path("body").asString()),
                    false);

            ReadReply reply = read(call);

            assertThat(reply).as(body.toString()).isInstanceOf(ReadReply.Failure.class);
            ReadReply.Failure failure = (ReadReply.Failure) reply;
            assertThat(failure.message())
                    .as(body.toString())
                    .startsWith(call)
                    .contains(body.path("says").asString(""))
                    .doesNotContain("is not made");
            if (body.has("error")) {
                assertThat(failure.type().wireName())
                        .isEqualTo(body.path("error").asString());
            }
        }
    }

    @Test
    void aPageInPlaceOfHeadersIsNoAnswer() {
        sent = new Sent(200, "text/html; charset=utf-8", new byte[0], false);
        assertThat(read("s3.head_bucket")).isInstanceOf(ReadReply.Failure.class);

        sent = new Sent(200, "application/xml", new byte[0], false);
        assertThat(read("s3.head_bucket")).isInstanceOf(ReadReply.Answer.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dynamodb.list_tables|{\"TableNames\":[]}",
                "iam.list_users|<ListUsersResponse><ListUsersResult><Users/></ListUsersResult></ListUsersResponse>",
                "s3.list_buckets|<ListAllMyBucketsResult><Buckets/></ListAllMyBucketsResult>"
            })
    void readsWhatIsCompressed(String call, String body) throws IOException {
        sent = new Sent(200, "", zipped(body), true);
        assertThat(read(call)).isInstanceOf(ReadReply.Answer.class);

        sent = new Sent(200, "", zipped("<html/>"), true);
        assertThat(read(call)).isInstanceOf(ReadReply.Failure.class);
    }

    @Test
    void givesUpOnWhatIsTooLongOnceItIsDecompressed() throws IOException {
        sent = new Sent(200, "", zipped("{\"TableNames\":[]" + " ".repeat(10_000_000) + "}"), true);

        assertThat(read("dynamodb.list_tables"))
                .isInstanceOfSatisfying(ReadReply.Failure.class, failure -> assertThat(failure.message())
                        .contains("longer than 100000 bytes"));
    }

    @Test
    void apiGatewayIsAskedForPlainJson() {
        sent = new Sent(200, "", bytes("{}"), false);

        read("apigateway.get_rest_apis");

        assertThat(accepted).containsExactly("application/json");
    }

    private ReadReply read(String call) {
        String[] names = call.split("\\.");
        Map<String, Object> params = new HashMap<>();
        if (call.equals("s3.head_bucket")) {
            params.put("Bucket", "b");
        }
        try {
            entry(call)
                    .path("params")
                    .properties()
                    .forEach(each -> params.put(each.getKey(), each.getValue().asString()));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return client.read(new ReadCall(names[0], names[1], "us-east-1", params));
    }

    private static JsonNode entry(String call) throws IOException {
        for (JsonNode entry : fixture().path("calls")) {
            if (entry.path("call").asString().equals(call)) {
                return entry;
            }
        }
        return fixture().path("nothing");
    }

    private static JsonNode fixture() throws IOException {
        return YamlDocument.read(Path.of("src/test/resources/engine/aws/bodies.yaml"))
                .root();
    }

    private void handle(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        accepted.addAll(exchange.getRequestHeaders().getOrDefault("Accept", List.of()));
        if (!sent.type().isEmpty()) {
            exchange.getResponseHeaders().set("Content-Type", sent.type());
        }
        if (sent.zipped()) {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        }
        exchange.sendResponseHeaders(sent.status(), sent.body().length == 0 ? -1 : sent.body().length);
        exchange.getResponseBody().write(sent.body());
        exchange.close();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zipped(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(bytes(text));
        }
        return bytes.toByteArray();
    }
}
