package org.rulebatch.generate.llm;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rulebatch.generate.llm.ModelServer.content;
import static org.rulebatch.generate.llm.ModelServer.finished;
import static org.rulebatch.generate.llm.ModelServer.message;
import static org.rulebatch.generate.llm.ModelServer.toolCall;
import static org.rulebatch.generate.llm.Replied.GOOD;
import static org.rulebatch.generate.llm.Replied.RULE;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.rulebatch.generate.GeneratorException;
import org.rulebatch.generate.llm.chat.PromptStyle;
import org.rulebatch.generate.llm.http.ModelSettings;
import org.rulebatch.generate.llm.http.Secret;
import org.rulebatch.metadata.Rules;
import org.rulebatch.requirement.Decision;
import tools.jackson.databind.JsonNode;

/** Ensures that servers which differ from OpenAI's are asked as they take it, and understood as they answer. */
final class ServerKindsTest {

    @RegisterExtension
    private static final ModelServer SERVER = new ModelServer();

    private final MemoryReplies store = new MemoryReplies();

    /** Mistral and older vLLM, reasoning models, Ollama, and what each says. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "422 | Extra inputs are not permitted: max_completion_tokens | max_completion_tokens | max_tokens",
                "400 | Unsupported value: 'temperature' does not support 0.2 with this model. | temperature | max_completion_tokens",
                "400 | registry.ollama.ai/library/m does not support tools | tools | max_completion_tokens",
                "400 | This response_format type is unavailable now | response_format/json_schema | response_format"
            })
    void asksWithoutWhatAServerDoesNotTakeAndRemembersIt(int status, String refusal, String dropped, String there) {
        SERVER.answers(refused(status, refusal), content(GOOD));
        LlmGenerator generator = generator(SERVER.url(), 0.2);

        Decision decision = generator.propose(RULE).decision();
        generator.propose(Rules.of("aws.s3.bucket.versioning"));

        List<JsonNode> requests = SERVER.requests();
        assertThat(decision).isInstanceOf(Decision.Automated.class);
        assertThat(requests.get(0).at("/" + dropped).isMissingNode()).isFalse();
        assertThat(requests.subList(1, requests.size()))
                .isNotEmpty()
                .allMatch(request -> request.at("/" + dropped).isMissingNode())
                .allMatch(request -> !request.at("/" + there).isMissingNode());
    }

    @Test
    void findsOutSeveralThingsThatAServerDoesNotTake() {
        SERVER.answers(
                refused(422, "Extra inputs are not permitted: max_completion_tokens"),
                refused(400, "json_schema is not supported"),
                refused(400, "json_object is not supported"),
                refused(400, "tools are not supported"),
                content(GOOD));

        Decision decision = generator(SERVER.url(), null).propose(RULE).decision();

        assertThat(decision).isInstanceOf(Decision.Automated.class);
        JsonNode last = SERVER.requests().get(4);
        assertThat(last.has("tools") || last.has("response_format")).isFalse();
        assertThat(last.path("max_tokens").asInt()).isEqualTo(1_000);
    }

    /** The members of a request that a refusal is about, and the option that mends it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "max_tokens is too large: 1000. This model supports at most 512 completion tokens | Lower --llm.max-reply-tokens",
                "This model's maximum context length is 4096 tokens | take another --llm.model",
                "Unknown value for reasoning_effort | Omit --llm.reasoning-effort"
            })
    void namesTheOptionThatARefusalIsAbout(String refusal, String option) {
        SERVER.answers(refused(400, refusal));

        assertThatThrownBy(() -> generator(SERVER.url(), null).propose(RULE))
                .isInstanceOf(GeneratorException.class)
                .hasMessageContaining(option);
        assertThat(SERVER.requests()).hasSize(1);
    }

    static Stream<Arguments> forms() {
        Map<String, Object> thought =
                Map.of("type", "thinking", "thinking", List.of(Map.of("type", "text", "text", "hm {")));
        return Stream.of(
                Arguments.of(
                        "thinking before it",
                        content("<think>\nThe rule wants {so c1} {\"a\":1}\n</think>\n\n" + GOOD)),
                Arguments.of("a fence", content("```json\n" + GOOD + "\n```")),
                Arguments.of(
                        "parts",
                        message(Map.of("content", List.of(thought, Map.of("type", "text", "text", GOOD))), "stop")),
                Arguments.of("reasoning_content", message(Map.of("content", "", "reasoning_content", GOOD), "stop")),
                Arguments.of("reasoning", message(Map.of("content", "", "reasoning", GOOD), "stop")),
                Arguments.of("no finish", message(Map.of("content", GOOD), "")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void understandsTheFormsOfAReply(String name, ResponseDefinitionBuilder reply) {
        SERVER.answers(reply);

        assertThat(generator(SERVER.url(), null).propose(RULE).decision()).isInstanceOf(Decision.Automated.class);
        assertThat(SERVER.requests()).hasSize(1);
    }

    @Test
    void sendsBackWhatAServerFoundToBeNoJson() {
        String failed = "{\"error\":{\"message\":\"Failed to generate JSON.\",\"code\":\"json_validate_failed\","
                + "\"failed_generation\":\"{\"}}";
        SERVER.answers(aResponse().withStatus(400).withBody(failed), content(GOOD));

        assertThat(generator(SERVER.url(), null).propose(RULE).decision()).isInstanceOf(Decision.Automated.class);
        assertThat(ModelServer.text(SERVER.requests().get(1))).contains("it has no JSON object");
    }

    @Test
    void givesMoreRoomToAModelThatSpentItOnThinking() {
        SERVER.answers(finished("", "length"), content(GOOD));

        assertThat(generator(SERVER.url(), null).propose(RULE).decision()).isInstanceOf(Decision.Automated.class);
        assertThat(SERVER.requests().get(1).path("max_completion_tokens").asInt())
                .isEqualTo(2_000);
    }

    @Test
    void sendsTheKeyOfAzuresDeploymentsInItsOwnHeaderAndKeepsTheVersion() {
        SERVER.answers(content(GOOD));
        URI deployment =
                URI.create(SERVER.url().toString().replace("/v1", "/openai/deployments/gpt4?api-version=2024-10-21"));

        SERVER.answersAnywhere(content(GOOD));
        Decision decision = generator(deployment, null).propose(RULE).decision();

        assertThat(decision).isInstanceOf(Decision.Automated.class);
        assertThat(SERVER.addresses())
                .containsExactly("/openai/deployments/gpt4/chat/completions?api-version=2024-10-21");
        assertThat(SERVER.header("api-key")).isEqualTo(Generators.KEY);
    }

    @Test
    void answersAToolCallWhoseArgumentsAreAnObject() {
        SERVER.answers(toolCall("search", "{\"words\":\"object lock\"}"), content(GOOD));

        generator(SERVER.url(), null).propose(RULE);

        JsonNode second = SERVER.requests().get(1);
        assertThat(second.at("/messages/2/tool_calls/0/function/name").asString())
                .isEqualTo("search");
        assertThat(second.at("/messages/3/role").asString()).isEqualTo("tool");
    }

    private LlmGenerator generator(URI url, @Nullable Double temperature) {
        GeneratorSettings plain = Generators.settings(url, PromptStyle.STANDARD, Fallback.EMBEDDED, null, null);
        ModelSettings model = new ModelSettings(
                url,
                "test-model",
                new Secret(Generators.KEY),
                PromptStyle.STANDARD,
                temperature,
                null,
                1_000,
                Duration.ofSeconds(60),
                Duration.ofSeconds(60));
        return Generators.of(
                new GeneratorSettings(
                        model,
                        plain.limits(),
                        true,
                        plain.fallback(),
                        0.5,
                        false,
                        null,
                        null,
                        plain.tariff(),
                        plain.counter()),
                store);
    }

    private static ResponseDefinitionBuilder refused(int status, String message) {
        return aResponse().withStatus(status).withBody("{\"error\":{\"message\":\"" + message + "\"}}");
    }
}
