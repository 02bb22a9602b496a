package org.rulebatch.generate.llm.http;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rulebatch.generate.llm.chat.CallFailure;
import org.rulebatch.generate.llm.chat.CallFailure.Kind;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a server's error means for the call and the run. */
public final class ServerErrors {

    private static final int LONGEST = 300;

    /** What a refusal is about, and what to do; the first that fits counts. */
    private static final Map<Pattern, String> OPTIONS = options();

    private ServerErrors() {}

    private static Map<Pattern, String> options() {
        Map<Pattern, String> options = new LinkedHashMap<>();
        options.put(
                Pattern.compile("context.?(length|window|size)|maximum context|prompt is too long"),
                "The model's context is too small for the prompt and --llm.max-reply-tokens: lower that, or take another --llm.model");
        options.put(Pattern.compile("max_(completion_)?tokens"), "Lower --llm.max-reply-tokens");
        options.put(
                Pattern.compile("reasoning.?effort"),
                "Omit --llm.reasoning-effort, or give a value that the model takes");
        options.put(Pattern.compile("temperature"), "Omit --llm.temperature");
        options.put(Pattern.compile("\\btools?\\b|function call"), "Give --llm.lookups=field, or none");
        options.put(
                Pattern.compile("response_?format|json_?.?schema|json_?.?object"),
                "Give --llm.structured-output=prompt");
        options.put(Pattern.compile("api.?version"), "Give ?api-version=<date> at the end of --llm.base-url");
        options.put(Pattern.compile("\\bmodel\\b"), "Check --llm.model");
        return options;
    }

    public static CallFailure of(Exchange exchange) {
        JsonNode error = error(exchange.body());
        String code = error.path("code").asString(error.path("type").asString(""));
        return switch (exchange.status()) {
            case 401 ->
                fatal(
                        "the server does not accept the key (401)",
                        "Check OPENAI_API_KEY; it is read from the environment");
            case 403 ->
                fatal(
                        "the server forbids the request (403): " + message(error),
                        "The key's project or region has no right to the model");
            case 404 ->
                fatal(
                        "the server has no such model or address (404): " + message(error),
                        "Check --llm.model and --llm.base-url, which ends in /v1 for most servers, and for Azure in"
                                + " /openai/v1 or /openai/deployments/<name>?api-version=<date>");
            case 402 -> fatal("the account cannot pay for the request (402): " + message(error), "Add credit to it");
            case 429 ->
                code.equals("insufficient_quota")
                        ? fatal("the account's quota is used up (429): " + message(error), "Add credit to it")
                        : failure(Kind.PACE, exchange, error);
            case 408, 409, 425 -> failure(Kind.FAULT, exchange, error);
            // What is too large, or cannot be read, is so for this request; others may be taken.
            case 400, 413, 414, 422, 431 -> failure(Kind.REJECTED, exchange, error);
            default -> exchange.status() >= 500 ? failure(Kind.FAULT, exchange, error) : notAModel(exchange, error);
        };
    }

    private static CallFailure notAModel(Exchange exchange, JsonNode error) {
        String message = message(error);
        return fatal(
                "the server answers " + exchange.status() + (message.isEmpty() ? "" : ": " + message)
                        + ", as nothing does that speaks OpenAI's chat completions",
                "Check --llm.base-url, which ends in /v1 for most servers");
    }

    private static CallFailure fatal(String what, String next) {
        return new CallFailure(Kind.FATAL, what + ". " + next + ".", null, null);
    }

    private static CallFailure failure(Kind kind, Exchange exchange, JsonNode error) {
        String message = message(error);
        String text = "the server answered " + exchange.status() + (message.isEmpty() ? "" : ": " + message);
        return new CallFailure(kind, text, retryAfter(exchange.headers()), null);
    }

    /** Whether the server refused a prompt for its content, as Azure does. */
    static boolean isFiltered(Exchange exchange) {
        return exchange.status() == 400
                && error(exchange.body()).path("code").asString("").equals("content_filter");
    }

    /** What the model wrote where a server says that it is not the JSON that was asked for, as Groq does; empty for other errors. */
    static Optional<String> generated(Exchange exchange) {
        JsonNode error = error(exchange.body());
        return error.path("code").asString("").equals("json_validate_failed")
                ? Optional.of(error.path("failed_generation").asString(""))
                : Optional.empty();
    }

    /** The message with the option that it is about, where a server names one of a request's members. */
    static String withOption(Kind kind, String message) {
        if (kind != Kind.REJECTED) {
            return message;
        }
        String text = message.toLowerCase(Locale.ROOT);
        return OPTIONS.entrySet().stream()
                .filter(option -> option.getKey().matcher(text).find())
                .findFirst()
                .map(option -> message.replaceFirst("\\.$", "") + ". " + option.getValue() + ".")
                .orElse(message);
    }

    /** Seconds or a date, as RFC 9110 has it; or {@code retry-after-ms}. */
    public static @Nullable Duration retryAfter(HttpHeaders headers) {
        String millis = headers.firstValue("retry-after-ms").orElse("");
        if (millis.matches("\\d{1,9}")) {
            return Duration.ofMillis(Long.parseLong(millis));
        }
        String value = headers.firstValue("retry-after").orElse("").strip();
        if (value.matches("\\d{1,9}(\\.\\d+)?")) {
            return Duration.ofMillis((long) Math.ceil(Double.parseDouble(value) * 1000));
        }
        try {
            Duration until = Duration.between(
                    Instant.now(),
                    ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
            return until.isNegative() ? Duration.ZERO : until;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static JsonNode error(String body) {
        try {
            JsonNode root = JsonMapper.shared().readTree(body);
            return root == null ? JsonMapper.shared().missingNode() : root.path("error");
        } catch (JacksonException e) {
            return JsonMapper.shared().missingNode();
        }
    }

    private static String message(JsonNode error) {
        String text = (error.isString()
                        ? error.asString()
                        : error.path("message").asString(""))
                .replaceAll("[\\s\\p{Cc}\\p{Cf}]+", " ");
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
