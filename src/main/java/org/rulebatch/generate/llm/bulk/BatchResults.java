package org.rulebatch.generate.llm.bulk;

import java.net.http.HttpHeaders;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rulebatch.files.Json;
import org.rulebatch.generate.llm.bulk.BatchStore.Result;
import org.rulebatch.generate.llm.chat.CallFailure.Kind;
import org.rulebatch.generate.llm.http.ServerErrors;
import org.rulebatch.generate.llm.http.Transport.Exchange;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The lines of a batch's output and error files: {@code {"custom_id": …, "response": {"status_code": …, "body": {…}}, "error": null}},
 * where a request that was not tried in time has an {@code error} and no {@code response}.
 */
final class BatchResults {

    private static final int OK = 200;
    private static final Pattern ID = Pattern.compile("\"custom_id\"\\s*:\\s*\"([0-9a-f]{64})\"");
    private static final HttpHeaders NO_HEADERS = HttpHeaders.of(Map.of(), (name, value) -> true);

    private BatchResults() {}

    /**
     * Reads a line; empty if it is none.
     *
     * @param complete whether that is all of it
     */
    static Optional<Result> read(String line, boolean complete) {
        if (!complete) {
            Matcher id = ID.matcher(line);
            return id.find() ? Optional.of(new Result(id.group(1), OK, "")) : Optional.empty();
        }
        try {
            JsonNode json = Json.COMPACT.readTree(line);
            String id = json.path("custom_id").asString("");
            JsonNode response = json.path("response");
            if (id.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(
                    response.isObject()
                            ? new Result(
                                    id,
                                    response.path("status_code").asInt(0),
                                    response.path("body").toString())
                            : new Result(id, 0, Json.COMPACT.writeValueAsString(Map.of("error", json.path("error")))));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** Whether the next batch may bring what this one did not. */
    static boolean mayBeAskedAgain(Result result) {
        return failure(result).filter(kind -> kind != Kind.REJECTED).isPresent();
    }

    /** Whether every other request would end like this one. */
    static boolean isFatal(Result result) {
        return failure(result).filter(kind -> kind == Kind.FATAL).isPresent();
    }

    /** What a result that is no reply says. */
    static String text(Result result) {
        return result.status() == 0
                ? "not tried in time"
                : String.valueOf(ServerErrors.of(exchange(result)).getMessage());
    }

    private static Optional<Kind> failure(Result result) {
        if (result.status() == 0) {
            return Optional.of(Kind.FAULT);
        }
        return result.status() / 100 == 2
                ? Optional.empty()
                : Optional.of(ServerErrors.of(exchange(result)).kind());
    }

    private static Exchange exchange(Result result) {
        return new Exchange(result.status(), NO_HEADERS, result.body(), true);
    }
}
