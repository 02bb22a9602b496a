package org.rulebatch.generate.llm.bulk;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rulebatch.files.Json;
import tools.jackson.databind.node.ObjectNode;

/** Gathers, in a file, the requests that the next batches are made of. Thread-safe. */
public final class Outbox {

    private static final String URL = "/v1/chat/completions";

    private final Path folder;
    private final Set<String> gathered = new HashSet<>();
    private @Nullable BufferedWriter writer;

    /** A line of a batch's file, as OpenAI has it; {@code custom_id} is the hash under which the reply is stored. */
    record Line(String customId, String method, String url, Object body) {}

    /** A request that is to be sent, as it stands in the file. */
    record Waiting(String sha256, String line) {}

    /** Takes what was gathered, in its order, until it wants no more. */
    @FunctionalInterface
    interface Taker {
        boolean take(Waiting waiting) throws IOException;
    }

    public Outbox(Path folder) {
        this.folder = folder;
    }

    /** @param body of the request, as JSON */
    synchronized void add(String sha256, String body) {
        if (!gathered.add(sha256)) {
            return;
        }
        try {
            if (writer == null) {
                Files.createDirectories(folder);
                writer = Files.newBufferedWriter(file());
            }
            ObjectNode sent = (ObjectNode) Json.COMPACT.readTree(body);
            // A batch has no streams, and no word for that.
            sent.remove("stream");
            writer.write(Json.COMPACT.writeValueAsString(new Line(sha256, "POST", URL, sent)));
            writer.newLine();
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    synchronized int size() {
        return gathered.size();
    }

    /** Empties the outbox. */
    synchronized void empty(Taker taker) {
        try {
            if (writer == null) {
                return;
            }
            writer.close();
            writer = null;
            try (BufferedReader lines = Files.newBufferedReader(file(), StandardCharsets.UTF_8)) {
                boolean wanted = true;
                for (String line = lines.readLine(); line != null && wanted; line = lines.readLine()) {
                    wanted = taker.take(new Waiting(id(line), line));
                }
            }
            Files.delete(file());
            gathered.clear();
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private static String id(String line) {
        return Json.COMPACT.readTree(line).path("custom_id").asString();
    }

    private Path file() {
        return folder.resolve("asked.jsonl");
    }

    private UncheckedIOException unwritable(IOException e) {
        return new UncheckedIOException("the requests to the model cannot be written to " + folder, e);
    }
}
