package org.rulebatch.generate.llm.bulk;

import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.rulebatch.files.Json;
import org.rulebatch.generate.RunHaltedException;
import org.rulebatch.generate.llm.chat.CallFailure;
import org.rulebatch.generate.llm.chat.CallFailure.Kind;
import org.rulebatch.generate.llm.http.BoundedBody;
import org.rulebatch.generate.llm.http.BoundedCall;
import org.rulebatch.generate.llm.http.ModelSettings;
import org.rulebatch.generate.llm.http.ServerErrors;
import org.rulebatch.generate.llm.http.Transport;
import org.rulebatch.generate.llm.http.Transport.Exchange;
import org.rulebatch.generate.llm.pace.Limits;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** OpenAI's files and batches (platform.openai.com/docs/api-reference/batch), with another try where that may help. */
public final class BatchApi {

    private static final Duration LONGEST_TRANSFER = Duration.ofMinutes(15);
    private static final int PAGE = 100;
    private static final int MOST_PAGES = 10;

    private final ModelSettings settings;
    private final HttpClient client;
    private final Retry retry;

    public BatchApi(ModelSettings settings, Limits limits) {
        this.settings = settings;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectTimeout())
                .build();
        IntervalFunction backoff = limits.waits();
        this.retry = Retry.of(
                "batch",
                RetryConfig.custom()
                        .maxAttempts(limits.maxAttempts())
                        .retryOnException(failure -> failure instanceof CallFailure call
                                && (call.kind() == Kind.FAULT || call.kind() == Kind.PACE))
                        .intervalBiFunction((attempt, outcome) -> outcome.isLeft()
                                        && outcome.getLeft() instanceof CallFailure call
                                        && call.retryAfter() != null
                                ? call.retryAfter().toMillis()
                                : backoff.apply(attempt))
                        .build());
    }

    /** Puts a file of requests on the server; its id is returned. */
    String upload(Path file) {
        return retried(() -> {
            String boundary = "rule-batch-" + UUID.randomUUID();
            HttpRequest.Builder request = request("/files", LONGEST_TRANSFER)
                    .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                    .POST(multipart(file, boundary));
            return json(request).path("id").asString();
        });
    }

    /** The batch of a file: the one there is, for a call that seems to have failed may have made it, or a new one. */
    ServerBatch batchOf(String fileId) {
        return retried(() -> {
            Optional<ServerBatch> known = find(fileId);
            return known.isPresent() ? known.get() : create(fileId);
        });
    }

    ServerBatch get(String batchId) {
        return retried(() -> ServerBatch.of(json(request("/batches/" + batchId).GET())));
    }

    /** Fetches a file of results. */
    void download(String fileId, Path to) {
        retried(() -> {
            HttpRequest.Builder request =
                    request("/files/" + fileId + "/content", LONGEST_TRANSFER).GET();
            return send(
                    request,
                    info -> info.statusCode() == 200
                            ? HttpResponse.BodySubscribers.mapping(
                                    HttpResponse.BodySubscribers.ofFile(to),
                                    path -> new BoundedBody.Body(new byte[0], true))
                            : new BoundedBody(Transport.MOST_BYTES));
        });
    }

    private Optional<ServerBatch> find(String fileId) {
        String after = "";
        for (int page = 0; page < MOST_PAGES; page++) {
            JsonNode list = json(request("/batches?limit=" + PAGE + after).GET());
            for (JsonNode each : list.path("data")) {
                ServerBatch batch = ServerBatch.of(each);
                if (batch.inputFileId().equals(fileId)) {
                    return Optional.of(batch);
                }
                after = "&after=" + URLEncoder.encode(batch.id(), StandardCharsets.UTF_8);
            }
            if (!list.path("has_more").asBoolean(false)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private ServerBatch create(String fileId) {
        String body = Json.COMPACT.writeValueAsString(
                Map.of("input_file_id", fileId, "endpoint", "/v1/chat/completions", "completion_window", "24h"));
        return ServerBatch.of(json(
                request("/batches").header("Content-Type", "application/json").POST(BodyPublishers.ofString(body))));
    }

    private static BodyPublisher multipart(Path file, String boundary) throws FileNotFoundException {
        String head =
                "--" + boundary + "\r\nContent-Disposition: form-data; name=\"purpose\"\r\n\r\nbatch\r\n--" + boundary
                        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"rule-batch.jsonl\"\r\n"
                        + "Content-Type: application/jsonl\r\n\r\n";
        return BodyPublishers.concat(
                BodyPublishers.ofString(head),
                BodyPublishers.ofFile(file),
                BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));
    }

    private HttpRequest.Builder request(String path) {
        return request(path, settings.callTimeout());
    }

    private HttpRequest.Builder request(String path, Duration timeout) {
        return HttpRequest.newBuilder(URI.create(settings.baseUrl() + path))
                .timeout(timeout)
                .header("Authorization", "Bearer " + settings.key().reveal());
    }

    private JsonNode json(HttpRequest.Builder request) {
        Exchange exchange = send(request, info -> new BoundedBody(Transport.MOST_BYTES));
        try {
            return Json.COMPACT.readTree(exchange.body());
        } catch (JacksonException e) {
            throw new CallFailure(Kind.FAULT, "the server's answer is no JSON", null, e);
        }
    }

    private Exchange send(HttpRequest.Builder builder, BodyHandler<BoundedBody.Body> handler) {
        HttpRequest request = builder.build();
        Exchange exchange =
                BoundedCall.make(client, request, handler, request.timeout().orElseThrow());
        if (exchange.status() / 100 != 2) {
            throw ServerErrors.of(exchange);
        }
        return exchange;
    }

    /** A call that may fail on its way. */
    @FunctionalInterface
    private interface Call<T> {
        T make() throws IOException;
    }

    private <T> T retried(Call<T> call) {
        try {
            return retry.executeSupplier(() -> once(call));
        } catch (CallFailure e) {
            String why = settings.key().removedFrom(String.valueOf(e.getMessage()));
            throw new RunHaltedException("The model cannot be asked in batches: " + why
                    + (why.contains("(404)") ? " Where a server has no files and batches, take --llm.mode=live" : "")
                    + ". What was answered is kept");
        }
    }

    private static <T> T once(Call<T> call) {
        try {
            return call.make();
        } catch (IOException e) {
            String message = e.getMessage() == null ? "" : ": " + e.getMessage();
            throw new CallFailure(Kind.FAULT, e.getClass().getSimpleName() + message, null, e);
        }
    }
}
