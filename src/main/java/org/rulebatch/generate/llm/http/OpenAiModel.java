package org.rulebatch.generate.llm.http;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiChatModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rulebatch.generate.llm.chat.Lookup;
import org.rulebatch.generate.llm.chat.Model;
import org.rulebatch.generate.llm.chat.ModelReply;
import org.rulebatch.generate.llm.chat.ModelRequest;
import org.rulebatch.generate.llm.chat.ReplySchema;
import org.rulebatch.generate.llm.chat.StructuredOutput;
import org.rulebatch.generate.llm.chat.Tools;
import org.rulebatch.generate.llm.chat.Turn;
import org.rulebatch.generate.llm.cost.Usage;
import org.rulebatch.generate.llm.http.CallFailure.Kind;
import org.rulebatch.generate.llm.http.Transport.Exchange;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One attempt at asking an OpenAI-compatible server, through langchain4j's client. */
public final class OpenAiModel implements Model {

    private final ModelSettings settings;
    private final Transport transport;
    private final ServerLimits limits;
    private final OpenAiChatModel model;

    /** @param limits is told what the server says about its limits */
    public OpenAiModel(ModelSettings settings, ServerLimits limits, Transport transport) {
        this.settings = settings;
        this.limits = limits;
        this.transport = transport;
        this.model = OpenAiChatModel.builder()
                .httpClientBuilder(transport.asBuilder())
                .baseUrl(settings.baseUrl().toString())
                .apiKey(settings.key().reveal())
                .modelName(settings.model())
                .temperature(settings.temperature())
                .maxCompletionTokens(settings.maxReplyTokens())
                .strictJsonSchema(true)
                .maxRetries(0)
                .logRequests(false)
                .logResponses(false)
                .build();
    }

    @Override
    public ModelReply ask(ModelRequest request) {
        try {
            ChatResponse response = model.chat(chat(request));
            limits.seen(transport.last().headers());
            return reply(response);
        } catch (RuntimeException e) {
            return failed(e);
        }
    }

    private ModelReply failed(RuntimeException failure) {
        CallFailure known = known(failure);
        if (known != null && known.kind() == Kind.REJECTED && ServerErrors.isFiltered(transport.last())) {
            return new ModelReply(settings.model(), "", List.of(), ModelReply.FILTERED, Usage.NONE);
        }
        if (known != null) {
            String message = settings.key().removedFrom(String.valueOf(known.getMessage()));
            throw new CallFailure(known.kind(), message, known.retryAfter(), known.getCause());
        }
        Exchange exchange = transport.last();
        if (!exchange.complete()) {
            return new ModelReply(settings.model(), "", List.of(), ModelReply.TOO_LONG, Usage.NONE);
        }
        JsonNode body = body(exchange);
        JsonNode refusal = body.at("/choices/0/message/refusal");
        if (refusal.isString()) {
            return new ModelReply(
                    settings.model(), cut(refusal.asString()), List.of(), ModelReply.REFUSED, usage(body));
        }
        throw new CallFailure(Kind.FAULT, "the server's answer is no chat completion", null, failure);
    }

    private static @Nullable CallFailure known(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof CallFailure known) {
                return known;
            }
        }
        return null;
    }

    private ModelReply reply(ChatResponse response) {
        JsonNode body = body(transport.last());
        AiMessage message = response.aiMessage();
        List<Lookup> calls = message.toolExecutionRequests().stream()
                .map(call -> new Lookup(
                        Objects.requireNonNullElse(call.id(), ""),
                        Objects.requireNonNullElse(call.name(), ""),
                        Objects.requireNonNullElse(call.arguments(), "")))
                .toList();
        String finish = response.finishReason() == null
                ? ModelReply.STOP
                : response.finishReason().name().toLowerCase(Locale.ROOT);
        String text = Objects.requireNonNullElse(message.text(), "");
        return new ModelReply(body.path("model").asString(settings.model()), text, calls, finish, usage(body));
    }

    private ChatRequest chat(ModelRequest request) {
        List<ChatMessage> messages = new ArrayList<>();
        messages.add(SystemMessage.from(request.system()));
        request.turns().forEach(turn -> messages.add(message(turn)));
        ChatRequest.Builder chat = ChatRequest.builder().messages(messages);
        if (request.tools()) {
            chat.toolSpecifications(Tools.ALL);
        }
        if (settings.style().output() == StructuredOutput.SCHEMA) {
            JsonSchema schema = JsonSchema.builder()
                    .name(ReplySchema.NAME)
                    .rootElement(JsonRawSchema.from(request.schema()))
                    .build();
            chat.responseFormat(ResponseFormat.builder()
                    .type(ResponseFormatType.JSON)
                    .jsonSchema(schema)
                    .build());
        }
        return chat.build();
    }

    private static ChatMessage message(Turn turn) {
        if (turn instanceof Turn.User user) {
            return UserMessage.from(user.text());
        }
        if (turn instanceof Turn.Result result) {
            return ToolExecutionResultMessage.from(
                    result.call().callId(), result.call().tool(), result.text());
        }
        Turn.Assistant assistant = (Turn.Assistant) turn;
        List<ToolExecutionRequest> calls = assistant.calls().stream()
                .map(call -> ToolExecutionRequest.builder()
                        .id(call.callId())
                        .name(call.tool())
                        .arguments(call.text())
                        .build())
                .toList();
        return calls.isEmpty()
                ? AiMessage.from(assistant.text())
                : AiMessage.builder()
                        .toolExecutionRequests(calls)
                        .attributes(Map.of())
                        .build();
    }

    private static Usage usage(JsonNode body) {
        JsonNode usage = body.path("usage");
        return new Usage(
                1,
                usage.path("prompt_tokens").asLong(0),
                usage.at("/prompt_tokens_details/cached_tokens").asLong(0),
                usage.path("completion_tokens").asLong(0));
    }

    private static JsonNode body(Exchange exchange) {
        try {
            return JsonMapper.shared().readTree(exchange.body());
        } catch (JacksonException e) {
            return JsonMapper.shared().createObjectNode();
        }
    }

    private static String cut(String text) {
        return text.length() <= 500 ? text : text.substring(0, 500);
    }
}
