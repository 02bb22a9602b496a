package org.rulebatch.engine.emulator;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Objects;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.engine.NotConfigured;
import org.rulebatch.engine.aws.AwsReadClient;
import org.rulebatch.engine.aws.AwsSettings;
import org.rulebatch.knowledge.Knowledge;

/** The emulator that {@code scripts/test-with-emulator} has started. */
final class Emulator {

    static final String REGION = "us-east-1";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private Emulator() {}

    static URI endpoint() {
        return URI.create(stated("RULE_BATCH_EMULATOR"));
    }

    static String python() {
        return stated("RULE_BATCH_PYTHON");
    }

    /** A client that asks the emulator once, as its own 500s are no passing fault. */
    static AwsReadClient client() {
        AwsSettings settings = AwsSettings.standard()
                .withEndpoint(endpoint())
                .withPatience(1, Duration.ofSeconds(60), Duration.ofSeconds(60))
                .withLimits(1_000, 1_000, 64 << 20);
        return new AwsReadClient(Catalog.bundled(), new NotConfigured(Knowledge.bundled()), settings);
    }

    /** Forgets all resources. */
    static void reset() {
        send(HttpRequest.newBuilder(endpoint().resolve("/moto-api/reset")).POST(BodyPublishers.noBody()));
    }

    static void record() {
        send(HttpRequest.newBuilder(endpoint().resolve("/moto-api/recorder/reset-recording"))
                .POST(BodyPublishers.noBody()));
        send(HttpRequest.newBuilder(endpoint().resolve("/moto-api/recorder/start-recording"))
                .POST(BodyPublishers.noBody()));
    }

    /** What the server was asked since {@link #record()}, a JSON object a line. */
    static String recorded() {
        send(HttpRequest.newBuilder(endpoint().resolve("/moto-api/recorder/stop-recording"))
                .POST(BodyPublishers.noBody()));
        return send(HttpRequest.newBuilder(endpoint().resolve("/moto-api/recorder/download-recording")));
    }

    private static String send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new IllegalStateException("the emulator does not answer at " + endpoint(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String stated(String variable) {
        return Objects.requireNonNull(
                System.getenv(variable), variable + " is not set; run scripts/test-with-emulator");
    }
}
