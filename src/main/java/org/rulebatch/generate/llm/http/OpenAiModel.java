package org.rulebatch.generate.llm.http;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.rulebatch.generate.llm.chat.CallFailure;
import org.rulebatch.generate.llm.chat.CallFailure.Kind;
import org.rulebatch.generate.llm.chat.Model;
import org.rulebatch.generate.llm.chat.ModelReply;
import org.rulebatch.generate.llm.chat.ModelRequest;
import org.rulebatch.generate.llm.chat.StructuredOutput;
import org.rulebatch.generate.llm.cost.Usage;
import org.rulebatch.generate.llm.cost.UsageCheck;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** One attempt at asking a server that speaks OpenAI's chat completions, in the dialect that it takes. */
public final class OpenAiModel implements Model {

    private static final Logger LOG = LoggerFactory.getLogger(OpenAiModel.class);
    private static final int LONGEST_REFUSAL = 300;

    private final ModelSettings settings;
    private final ChatServer server;
    private final ServerLimits limits;
    private final UsageCheck usage;
    private final boolean heldToSchema;
    private final AtomicReference<Dialect> dialect;

    /** @param limits is told what the server says about its limits */
    public OpenAiModel(ModelSettings settings, ServerLimits limits, UsageCheck usage) {
        this.settings = settings;
        this.limits = limits;
        this.server = new ChatServer(settings);
        this.usage = usage;
        this.heldToSchema = settings.style().output() == StructuredOutput.SCHEMA;
        this.dialect = new AtomicReference<>(new Dialect(
                heldToSchema ? ReplyForm.SCHEMA : ReplyForm.TEXT,
                Dialect.Length.MAX_COMPLETION_TOKENS,
                settings.temperature() != null,
                true));
    }

    @Override
    public ModelReply ask(ModelRequest request) {
        Dialect asked = Objects.requireNonNull(dialect.get());
        Exchange exchange = server.post(ChatBody.of(request, settings, heldToSchema, asked));
        try {
            exchange.requireSuccess();
        } catch (CallFailure e) {
            return refused(request, exchange, e, asked);
        }
        limits.seen(exchange.headers());
        return reply(request, exchange);
    }

    private ModelReply refused(ModelRequest request, Exchange exchange, CallFailure failure, Dialect asked) {
        if (failure.kind() == Kind.REJECTED && ServerErrors.isFiltered(exchange)) {
            return new ModelReply(settings.model(), "", List.of(), ModelReply.FILTERED, Usage.NONE);
        }
        Optional<String> generated = ServerErrors.generated(exchange);
        if (generated.isPresent()) {
            return unusable(request, ServerJson.read(exchange.body()), ModelReply.STOP, generated.get());
        }
        String message = settings.key().removedFrom(String.valueOf(failure.getMessage()));
        CallFailure told = new CallFailure(
                failure.kind(),
                ServerErrors.withOption(failure.kind(), message),
                failure.retryAfter(),
                failure.getCause());
        Optional<Dialect.Change> change = asked.after(failure);
        if (change.isEmpty()) {
            throw told;
        }
        if (dialect.compareAndSet(asked, change.get().to())) {
            LOG.warn(
                    "The model's server ({}) does not take {}.",
                    message,
                    change.get().text());
        }
        throw new CallFailure(Kind.FORM, message, null, failure.getCause());
    }

    private ModelReply reply(ModelRequest request, Exchange exchange) {
        JsonNode body = ServerJson.read(exchange.body());
        if (!exchange.complete()) {
            return unusable(request, body, ModelReply.TOO_LONG, "");
        }
        if (!body.isObject() || body.has("error") && !body.path("error").isNull() && !body.has("choices")) {
            throw new CallFailure(Kind.FAULT, "the server's answer is not JSON of a chat completion", null, null);
        }
        ChatAnswer answer = ChatAnswer.of(body);
        if (!answer.isThere()) {
            return unusable(request, body, ModelReply.NO_COMPLETION, "");
        }
        if (!answer.refusal().isEmpty()) {
            return unusable(request, body, ModelReply.REFUSED, cut(answer.refusal()));
        }
        String answered = body.path("model").asString(settings.model());
        String finish = answer.finish().isEmpty() ? ModelReply.STOP : answer.finish();
        return new ModelReply(answered, answer.text(), answer.calls(), finish, used(request, body));
    }

    /** A reply that came, and so was paid for, but says nothing. */
    private ModelReply unusable(ModelRequest request, JsonNode body, String finish, String text) {
        return new ModelReply(settings.model(), text, List.of(), finish, used(request, body));
    }

    private Usage used(ModelRequest request, JsonNode body) {
        return usage.of(body.path("usage"), request.text(), settings.mostReplyTokens(request));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_REFUSAL ? text : text.substring(0, LONGEST_REFUSAL) + "…";
    }
}
