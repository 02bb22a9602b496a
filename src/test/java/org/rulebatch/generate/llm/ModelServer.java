package org.rulebatch.generate.llm;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A model's server that answers as it is told, one answer after the other and the last one for ever. As an extension it serves all
 * tests of a class.
 */
final class ModelServer implements AfterAllCallback, AutoCloseable {

    static final String PATH = "/v1/chat/completions";

    private final WireMockServer server =
            new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort());

    ModelServer() {
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.port() + "/v1");
    }

    void answers(ResponseDefinitionBuilder... answers) {
        server.resetAll();
        for (int i = 0; i < answers.length; i++) {
            String next = "after " + Math.min(i + 1, answers.length - 1);
            server.stubFor(post(PATH)
                    .inScenario("answers")
                    .whenScenarioStateIs(i == 0 ? Scenario.STARTED : "after " + i)
                    .willReturn(answers[i])
                    .willSetStateTo(answers.length == 1 ? Scenario.STARTED : next));
        }
    }

    /** Answers at whatever address it is asked. */
    void answersAnywhere(ResponseDefinitionBuilder answer) {
        server.resetAll();
        server.stubFor(any(anyUrl()).willReturn(answer));
    }

    /** The addresses that were asked, with their parameters. */
    List<String> addresses() {
        return server.findAll(anyRequestedFor(anyUrl())).stream()
                .map(LoggedRequest::getUrl)
                .toList();
    }

    /** A header of the first request. */
    String header(String name) {
        return server.findAll(anyRequestedFor(anyUrl())).get(0).getHeader(name);
    }

    List<JsonNode> requests() {
        return server.findAll(anyRequestedFor(anyUrl())).stream()
                .map(LoggedRequest::getBodyAsString)
                .map(JsonMapper.shared()::readTree)
                .toList();
    }

    /** The text of all messages of a request. */
    static String text(JsonNode request) {
        return request.path("messages").toString();
    }

    /** A chat completion with this content. */
    static ResponseDefinitionBuilder content(String content) {
        return message(Map.of("role", "assistant", "content", content), "stop");
    }

    static ResponseDefinitionBuilder finished(String content, String reason) {
        return message(Map.of("role", "assistant", "content", content), reason);
    }

    static ResponseDefinitionBuilder toolCall(String name, String arguments) {
        Map<String, Object> call =
                Map.of("id", "call_1", "type", "function", "function", Map.of("name", name, "arguments", arguments));
        return message(Map.of("role", "assistant", "tool_calls", List.of(call)), "tool_calls");
    }

    static ResponseDefinitionBuilder message(Map<String, Object> message, String finish) {
        Map<String, Object> body = Map.of(
                "id",
                "chatcmpl-1",
                "object",
                "chat.completion",
                "created",
                1,
                "model",
                "test-model-2026",
                "choices",
                List.of(Map.of("index", 0, "message", message, "finish_reason", finish)),
                "usage",
                Map.of(
                        "prompt_tokens",
                        1000,
                        "completion_tokens",
                        100,
                        "total_tokens",
                        1100,
                        "prompt_tokens_details",
                        Map.of("cached_tokens", 400)));
        return aResponse()
                .withHeader("Content-Type", "application/json")
                .withBody(JsonMapper.shared().writeValueAsString(body));
    }

    static ResponseDefinitionBuilder error(int status, String code) {
        String body = "{\"error\":{\"message\":\"told so\",\"type\":\"t\",\"code\":\"" + code + "\"}}";
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(body);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    @Override
    public void close() {
        server.stop();
    }
}
