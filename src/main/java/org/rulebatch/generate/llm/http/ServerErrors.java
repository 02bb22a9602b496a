package org.rulebatch.generate.llm.http;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.rulebatch.generate.llm.chat.CallFailure;
import org.rulebatch.generate.llm.chat.CallFailure.Kind;
import org.rulebatch.generate.llm.http.Transport.Exchange;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a server's error means for the call and the run. */
public final class ServerErrors {

    private static final int LONGEST = 300;

    private ServerErrors() {}

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
                        "Check --llm.model and --llm.base-url, which ends in /v1 for most servers");
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
