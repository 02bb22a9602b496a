package org.rulebatch.engine.emulator;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** boto3, which makes the tests' resources and is the oracle for answers. Calls are made one after the other. */
final class Boto implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final Process process;
    private final BufferedWriter requests;
    private final BufferedReader replies;

    Boto() {
        try {
            process = new ProcessBuilder(
                            Emulator.python(),
                            "src/test/emulator/boto_bridge.py",
                            Emulator.endpoint().toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        requests = process.outputWriter(StandardCharsets.UTF_8);
        replies = process.inputReader(StandardCharsets.UTF_8);
    }

    /** One call; the reply has {@code answer}, or {@code error}, {@code status} and {@code message}. */
    synchronized JsonNode call(String client, String method, Object params, boolean pages) {
        Map<String, Object> request = Map.of("client", client, "method", method, "params", params, "pages", pages);
        try {
            requests.write(JSON.writeValueAsString(request));
            requests.newLine();
            requests.flush();
            String reply = replies.readLine();
            if (reply == null) {
                throw new IllegalStateException("boto_bridge.py has ended");
            }
            return JSON.readTree(reply);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The answer of a call that must work. */
    JsonNode answer(String client, String method, Object params) {
        JsonNode reply = call(client, method, params, false);
        if (!reply.has("answer")) {
            throw new IllegalStateException(client + "." + method + " " + params + ": " + reply.path("message"));
        }
        return reply.path("answer");
    }

    @Override
    public void close() {
        process.destroy();
    }
}
