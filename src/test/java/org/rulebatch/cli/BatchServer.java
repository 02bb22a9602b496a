package org.rulebatch.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rulebatch.files.Json;
import tools.jackson.databind.JsonNode;

/** A server with OpenAI's files and batches, in the form that its API reference documents. */
final class BatchServer implements AutoCloseable {

    private static final Pattern ID = Pattern.compile("\"(c\\d+)\"");

    private final WireMockServer server =
            new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort());
    private int files;

    BatchServer() {
        server.start();
        lists();
    }

    String url() {
        return "http://127.0.0.1:" + server.port() + "/v1";
    }

    /** Takes the next file and makes this batch of it. */
    void takes(String batchId) {
        takesFile();
        server.stubFor(post("/v1/batches").willReturn(okJson(batch(batchId, "validating", null, null))));
        is(batchId, "in_progress");
    }

    /** @return its id */
    String takesFile() {
        files++;
        server.stubFor(post("/v1/files")
                .willReturn(okJson("{\"id\":\"" + file() + "\",\"object\":\"file\",\"bytes\":1,\"created_at\":1,"
                        + "\"filename\":\"rule-batch.jsonl\",\"purpose\":\"batch\"}")));
        return file();
    }

    void answersFiles(ResponseDefinitionBuilder response) {
        server.stubFor(post("/v1/files").willReturn(response));
    }

    void answersBatches(ResponseDefinitionBuilder response) {
        server.stubFor(post("/v1/batches").willReturn(response));
    }

    /** What the list of all batches shows, each made of the last file. */
    void lists(String... batchIds) {
        List<String> data = new ArrayList<>();
        for (String each : batchIds) {
            data.add(batch(each, "in_progress", null, null));
        }
        server.stubFor(get(urlPathEqualTo("/v1/batches"))
                .willReturn(
                        okJson("{\"object\":\"list\",\"data\":[" + String.join(",", data) + "],\"has_more\":false}")));
    }

    void is(String batchId, String status) {
        server.stubFor(get("/v1/batches/" + batchId).willReturn(okJson(batch(batchId, status, null, null))));
    }

    void hasFailed(String batchId, String message) {
        String json = batch(batchId, "failed", null, null)
                .replace(
                        "\"errors\":null",
                        "\"errors\":{\"object\":\"list\",\"data\":[{\"code\":\"token_limit_exceeded\",\"message\":\""
                                + message + "\",\"param\":null,\"line\":null}]}");
        server.stubFor(get("/v1/batches/" + batchId).willReturn(okJson(json)));
    }

    /** Ends a batch, with lines of an output and an error file. */
    void ends(String batchId, String status, List<String> output, List<String> errors) {
        String outputFile = output.isEmpty() ? null : "out-" + batchId;
        String errorFile = errors.isEmpty() ? null : "err-" + batchId;
        content(outputFile, output);
        content(errorFile, errors);
        server.stubFor(get("/v1/batches/" + batchId).willReturn(okJson(batch(batchId, status, outputFile, errorFile))));
    }

    private void content(@Nullable String file, List<String> lines) {
        if (file != null) {
            server.stubFor(get("/v1/files/" + file + "/content")
                    .willReturn(aResponse().withBody(String.join("\n", lines) + "\n")));
        }
    }

    /** The requests of the last file that was sent. */
    List<JsonNode> uploaded() {
        List<LoggedRequest> all = server.findAll(postRequestedFor(urlEqualTo("/v1/files")));
        String body = all.get(all.size() - 1).getBodyAsString();
        return body.lines()
                .filter(line -> line.startsWith("{"))
                .map(Json.COMPACT::readTree)
                .toList();
    }

    List<LoggedRequest> posted(String path) {
        return server.findAll(postRequestedFor(urlEqualTo(path)));
    }

    /** A line of an output file: the first candidate of the request, as one that is sure says it, or whatever is given. */
    static String answer(JsonNode request, Function<String, String> content) {
        Matcher id = ID.matcher(request.at("/body/response_format").toString());
        String completion = Json.COMPACT.writeValueAsString(Map.of(
                "id",
                "chatcmpl-1",
                "object",
                "chat.completion",
                "created",
                1,
                "model",
                "gpt-4.1-mini-2025-04-14",
                "choices",
                List.of(Map.of(
                        "index",
                        0,
                        "message",
                        Map.of("role", "assistant", "content", content.apply(id.find() ? id.group(1) : "")),
                        "finish_reason",
                        "stop")),
                "usage",
                Map.of("prompt_tokens", 1000, "completion_tokens", 100, "total_tokens", 1100)));
        return line(request, "{\"status_code\":200,\"request_id\":\"r\",\"body\":" + completion + "}", "null");
    }

    static String error(JsonNode request, int status, String code) {
        return line(
                request,
                "{\"status_code\":" + status
                        + ",\"request_id\":\"r\",\"body\":{\"error\":{\"message\":\"told so\",\"code\":\"" + code
                        + "\"}}}",
                "null");
    }

    static String expired(JsonNode request) {
        return line(
                request,
                "null",
                "{\"code\":\"batch_expired\",\"message\":\"This request could not be executed before the completion window expired.\"}");
    }

    private static String line(JsonNode request, String response, String error) {
        return "{\"id\":\"batch_req_1\",\"custom_id\":"
                + request.path("custom_id").toString() + ",\"response\":" + response + ",\"error\":" + error + "}";
    }

    private String file() {
        return "file-" + files;
    }

    private String batch(String id, String status, @Nullable String output, @Nullable String errors) {
        return "{\"id\":\"" + id + "\",\"object\":\"batch\",\"endpoint\":\"/v1/chat/completions\",\"errors\":null,"
                + "\"input_file_id\":\"" + file() + "\",\"completion_window\":\"24h\",\"status\":\"" + status
                + "\",\"output_file_id\":" + quoted(output) + ",\"error_file_id\":" + quoted(errors)
                + ",\"created_at\":1,\"request_counts\":{\"total\":5,\"completed\":2,\"failed\":1},\"metadata\":null}";
    }

    private static String quoted(@Nullable String text) {
        return text == null ? "null" : "\"" + text + "\"";
    }

    @Override
    public void close() {
        server.stop();
    }
}
