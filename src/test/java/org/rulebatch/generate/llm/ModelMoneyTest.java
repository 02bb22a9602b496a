package org.rulebatch.generate.llm;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rulebatch.generate.llm.ModelServer.content;
import static org.rulebatch.generate.llm.ModelServer.error;
import static org.rulebatch.generate.llm.ModelServer.finished;
import static org.rulebatch.generate.llm.Replied.GOOD;
import static org.rulebatch.generate.llm.Replied.RULE;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rulebatch.generate.RunHaltedException;
import org.rulebatch.generate.llm.chat.Lookups;
import org.rulebatch.generate.llm.chat.PromptStyle;
import org.rulebatch.generate.llm.chat.StructuredOutput;
import org.rulebatch.generate.llm.cost.Usage;
import org.rulebatch.metadata.Rules;
import org.rulebatch.requirement.Decision;
import tools.jackson.databind.JsonNode;

/** Ensures that a model's server cannot make a run cost more than it may, or pay again for what cannot be used. */
final class ModelMoneyTest {

    @RegisterExtension
    private static final ModelServer SERVER = new ModelServer();

    private final MemoryReplies store = new MemoryReplies();

    /** What a run without plausible usage may not do: take it for nothing, or ask again for it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",\"usage\":null",
                ",\"usage\":\"much\"",
                ",\"usage\":{\"prompt_tokens\":-1000000,\"completion_tokens\":-5,\"total_tokens\":0}",
                ",\"usage\":{\"prompt_tokens\":1000,\"completion_tokens\":9223372036854775807}",
                ",\"usage\":{\"prompt_tokens\":99999999999999999999,\"completion_tokens\":1}",
                ",\"usage\":{\"prompt_tokens\":\"x\",\"completion_tokens\":null,\"total_tokens\":[]}",
                ",\"usage\":{\"prompt_tokens\":NaN,\"completion_tokens\":NaN}",
                ",\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":1}",
                ",\"usage\":{\"prompt_tokens\":1000,\"completion_tokens\":1.5}",
                ",\"usage\":{\"prompt_tokens\":1000,\"completion_tokens\":1,\"prompt_tokens_details\":{\"cached_tokens\":2000}}"
            })
    void countsTheMostOfAReplyWhoseUsageCannotBe(String usage) {
        SERVER.answers(completion(GOOD, usage));
        LlmGenerator generator = generator(null);

        Decision decision = generator.propose(RULE).decision();

        assertThat(decision).isInstanceOf(Decision.Automated.class);
        assertThat(SERVER.requests()).hasSize(1);
        Usage counted = generator.usage().total();
        assertThat(counted.calls()).isEqualTo(1);
        assertThat(counted.promptTokens()).isBetween(2_000L, 4_000L);
        assertThat(counted.cachedTokens()).isZero();
        assertThat(counted.replyTokens()).isEqualTo(1_000);
    }

    @Test
    void holdsTheMaximumCostWhereTheServerDoesNotSayWhatItUsed() {
        SERVER.answers(completion(GOOD, ""));
        LlmGenerator generator = generator(new BigDecimal("4.50"));
        generator.propose(RULE);

        assertThatThrownBy(() -> generator.propose(Rules.of("aws.ec2.volume.encrypted")))
                .isInstanceOf(RunHaltedException.class)
                .hasMessageContaining("--max-cost");
        assertThat(SERVER.requests()).hasSize(1);
    }

    @Test
    void givesAReplyMoreRoomAfterOneThatWasCutOff() {
        SERVER.answers(finished("", "length"), finished("", "length"), content(GOOD));

        generator(null).propose(RULE);

        assertThat(SERVER.requests())
                .extracting(request -> request.path("max_completion_tokens").asInt())
                .containsExactly(1_000, 2_000, 4_000);
    }

    @Test
    void sendsNoRequestTwiceForARepliesThatCannotBeUsed() {
        SERVER.answers(aResponse().withBody("{\"choices\":[]}"));

        generator(null).propose(RULE);

        List<JsonNode> requests = SERVER.requests();
        assertThat(requests).hasSize(3).doesNotHaveDuplicates();
        assertThat(store.arrived).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Invalid parameter: 'response_format' of type 'json_schema' is not supported with this model.",
                "This response_format type is unavailable now",
                "guided decoding failed: unsupported grammar"
            })
    void asksInAnotherFormWhereTheServerRefusesTheSchema(String refusal) {
        SERVER.answers(refused(refusal), content(GOOD));
        LlmGenerator generator = generator(null);

        Decision decision = generator.propose(RULE).decision();
        generator.propose(Rules.of("aws.ec2.volume.encrypted"));

        assertThat(decision).isInstanceOf(Decision.Automated.class);
        List<JsonNode> requests = SERVER.requests();
        assertThat(requests.get(0).at("/response_format/type").asString()).isEqualTo("json_schema");
        assertThat(requests.subList(1, requests.size()))
                .isNotEmpty()
                .allMatch(request ->
                        request.at("/response_format/type").asString().equals("json_object"));
        assertThat(ModelServer.text(requests.get(1))).contains("It follows this JSON schema");
        assertThat(generator.usage().total().calls()).isEqualTo(requests.size() - 1);
    }

    @Test
    void asksForPlainTextWhereTheServerRefusesJsonAltogether() {
        ResponseDefinitionBuilder refused = refused("response_format is not supported");
        SERVER.answers(refused, refused, content(GOOD));

        Decision decision = generator(null).propose(RULE).decision();

        assertThat(decision).isInstanceOf(Decision.Automated.class);
        assertThat(SERVER.requests()).hasSize(3);
        assertThat(SERVER.requests().get(2).has("response_format")).isFalse();
    }

    @Test
    void leavesThePromptsOfAModelWithoutSchemasAsTheyAre() {
        SERVER.answers(content(GOOD));
        GeneratorSettings settings = Generators.settings(
                SERVER.url(), new PromptStyle(StructuredOutput.PROMPT, Lookups.NONE), Fallback.EMBEDDED, null, null);

        Generators.of(settings, store).propose(RULE);

        assertThat(ModelServer.text(SERVER.requests().get(0))).containsOnlyOnce("It follows this JSON schema");
    }

    @Test
    void endsTheRunAfterTenRulesWithoutOneReplyThatCanBeUsed() {
        SERVER.answers(content(GOOD.replace("item.Status", "item.Statos")));
        LlmGenerator generator = generator(null);

        assertThatThrownBy(() -> {
                    for (int rule = 0; rule < 20; rule++) {
                        generator.propose(Rules.of("aws.s3.bucket.versioning_enabled_" + rule));
                    }
                })
                .isInstanceOf(RunHaltedException.class)
                .hasMessageContaining("0 of 30 replies of the model could be used")
                .hasMessageContaining("item has no member 'Statos'");
        assertThat(SERVER.requests()).hasSize(30);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3600", "999999", "Fri, 31 Dec 9999 23:59:59 GMT"})
    void endsTheRunInOrderWhereTheServerWantsToBeLeftAloneForLong(String retryAfter) {
        SERVER.answers(error(429, "rate_limit_exceeded").withHeader("Retry-After", retryAfter), content(GOOD));

        assertThatThrownBy(() -> generator(null).propose(RULE))
                .isInstanceOf(RunHaltedException.class)
                .hasMessageContaining("asks to wait until ")
                .hasMessageContaining("10 minutes");
        assertThat(SERVER.requests()).hasSize(1);
    }

    private LlmGenerator generator(@Nullable BigDecimal maxCost) {
        return Generators.of(
                Generators.settings(SERVER.url(), PromptStyle.STANDARD, Fallback.EMBEDDED, maxCost, null), store);
    }

    private static ResponseDefinitionBuilder refused(String message) {
        return aResponse().withStatus(400).withBody("{\"error\":{\"message\":\"" + message + "\"}}");
    }

    private static ResponseDefinitionBuilder completion(String content, String usage) {
        String text = content.replace("\\", "\\\\").replace("\"", "\\\"");
        return aResponse()
                .withHeader("Content-Type", "application/json")
                .withBody(
                        "{\"id\":\"1\",\"object\":\"chat.completion\",\"created\":1,\"model\":\"m\",\"choices\":[{\"index\":0,"
                                + "\"message\":{\"role\":\"assistant\",\"content\":\"" + text
                                + "\"},\"finish_reason\":\"stop\"}]" + usage + "}");
    }
}
