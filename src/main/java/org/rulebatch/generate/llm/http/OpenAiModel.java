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
import dev.langchain4j.model.openai.OpenAiChatRequestParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.rulebatch.generate.llm.chat.CallFailure;
import org.rulebatch.generate.llm.chat.CallFailure.Kind;
import org.rulebatch.generate.llm.chat.Lookup;
import org.rulebatch.generate.llm.chat.Model;
import org.rulebatch.generate.llm.chat.ModelReply;
import org.rulebatch.generate.llm.chat.ModelRequest;
import org.rulebatch.generate.llm.chat.ReplySchema;
import org.rulebatch.generate.llm.chat.StructuredOutput;
import org.rulebatch.generate.llm.chat.Tools;
import org.rulebatch.generate.llm.chat.Turn;
import org.rulebatch.generate.llm.cost.Usage;
import org.rulebatch.generate.llm.cost.UsageCheck;
import org.rulebatch.generate.llm.http.Transport.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** One attempt at asking an OpenAI-compatible server, through langchain4j's client. */
public final class OpenAiModel implements Model {

    private static final Logger LOG = LoggerFactory.getLogger(OpenAiModel.class);

    private final ModelSettings settings;
    private final Transport transport;
    private final ServerLimits limits;
    private final UsageCheck usage;
    private final OpenAiChatModel model;
    private final AtomicReference<ReplyForm> form;

    /** @param limits is told what the server says about its limits */
    public OpenAiModel(ModelSettings settings, ServerLimits limits, Transport transport, UsageCheck usage) {
        this.settings = settings;
        this.limits = limits;
        this.transport = transport;
        this.usage = usage;
        this.form = new AtomicReference<>(isHeldToSchema() ? ReplyForm.SCHEMA : ReplyForm.TEXT);
        this.model = OpenAiChatModel.builder()
                .httpClientBuilder(transport.asBuilder())
                .baseUrl(settings.baseUrl().toString())
                .apiKey(settings.key().reveal())
                .modelName(settings.model())
                .temperature(settings.temperature())
                .strictJsonSchema(true)
                .maxRetries(0)
                .logRequests(false)
                .logResponses(false)
                .build();
    }

    private boolean isHeldToSchema() {
        return settings.style().output() == StructuredOutput.SCHEMA;
    }

    @Override
    public ModelReply ask(ModelRequest request) {
        ReplyForm asked = Objects.requireNonNull(form.get());
        try {
            ChatResponse response = model.chat(chat(request, asked));
            limits.seen(transport.last().headers());
            return reply(request, response);
        } catch (RuntimeException e) {
            return failed(request, e, asked);
        }
    }

    private ModelReply failed(ModelRequest request, RuntimeException failure, ReplyForm asked) {
        CallFailure known = known(failure);
        if (known != null && known.kind() == Kind.REJECTED && ServerErrors.isFiltered(transport.last())) {
            return new ModelReply(settings.model(), "", List.of(), ModelReply.FILTERED, Usage.NONE);
        }
        if (known != null) {
            throw refused(known, asked);
        }
        Exchange exchange = transport.last();
        JsonNode body = ServerJson.read(exchange.body());
        if (!exchange.complete()) {
            return unusable(request, body, ModelReply.TOO_LONG, "");
        }
        JsonNode refusal = body.at("/choices/0/message/refusal");
        if (refusal.isString()) {
            return unusable(request, body, ModelReply.REFUSED, cut(refusal.asString()));
        }
        if (body.isObject() && !body.has("error")) {
            return unusable(request, body, ModelReply.NO_COMPLETION, "");
        }
        throw new CallFailure(Kind.FAULT, "the server's answer is not JSON of a chat completion", null, failure);
    }

    /** A reply that came, and so was paid for, but says nothing. */
    private ModelReply unusable(ModelRequest request, JsonNode body, String finish, String text) {
        return new ModelReply(settings.model(), text, List.of(), finish, used(request, body));
    }

    private CallFailure refused(CallFailure failure, ReplyForm asked) {
        String message = settings.key().removedFrom(String.valueOf(failure.getMessage()));
        if (!asked.isRefusedBy(failure)) {
            return new CallFailure(failure.kind(), message, failure.retryAfter(), failure.getCause());
        }
        if (form.compareAndSet(asked, asked.next())) {
            LOG.warn(
                    "The model's server does not take the form of reply that it is asked for ({}); from now on it is asked for {}"
                            + " instead. --llm.structured-output=prompt does so from the start.",
                    message,
                    asked.next() == ReplyForm.OBJECT ? "a JSON object" : "JSON in plain text");
        }
        return new CallFailure(Kind.FORM, message, null, failure.getCause());
    }

    private static @Nullable CallFailure known(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof CallFailure known) {
                return known;
            }
        }
        return null;
    }

    private ModelReply reply(ModelRequest request, ChatResponse response) {
        JsonNode body = ServerJson.read(transport.last().body());
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
        String answered = body.path("model").asString(settings.model());
        return new ModelReply(answered, text, calls, finish, used(request, body));
    }

    private Usage used(ModelRequest request, JsonNode body) {
        return usage.of(body.path(ServerJson.USAGE), request.text(), settings.mostReplyTokens(request));
    }

    private ChatRequest chat(ModelRequest request, ReplyForm asked) {
        String form = isHeldToSchema() && asked != ReplyForm.SCHEMA ? ReplySchema.inWords(request.schema()) : "";
        List<ChatMessage> messages = new ArrayList<>();
        messages.add(SystemMessage.from(request.system() + form));
        request.turns().forEach(turn -> messages.add(message(turn)));
        OpenAiChatRequestParameters.Builder how =
                OpenAiChatRequestParameters.builder().maxCompletionTokens(settings.mostReplyTokens(request));
        if (request.tools()) {
            how.toolSpecifications(Tools.ALL);
        }
        if (asked == ReplyForm.OBJECT) {
            how.responseFormat(ResponseFormat.JSON);
        }
        if (asked == ReplyForm.SCHEMA) {
            how.responseFormat(held(request.schema()));
        }
        return ChatRequest.builder().messages(messages).parameters(how.build()).build();
    }

    private static ResponseFormat held(String schema) {
        JsonSchema named = JsonSchema.builder()
                .name(ReplySchema.NAME)
                .rootElement(JsonRawSchema.from(schema))
                .build();
        return ResponseFormat.builder()
                .type(ResponseFormatType.JSON)
                .jsonSchema(named)
                .build();
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

    private static String cut(String text) {
        return text.length() <= 500 ? text : text.substring(0, 500);
    }
}
