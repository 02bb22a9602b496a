package org.rulebatch.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rulebatch.files.AtomicFile;
import org.rulebatch.files.Json;
import tools.jackson.databind.JsonNode;

/** The moves that make up one deployment: once they are written down they are all made, if need be by the next process. */
final class Journal {

    private final Path file;

    Journal(Path file) {
        this.file = file;
    }

    void write(List<Move> moves) throws IOException {
        List<Map<String, String>> json = new ArrayList<>();
        for (Move move : moves) {
            Map<String, String> entry = new LinkedHashMap<>();
            entry.put("from", move.from().toAbsolutePath().toString());
            entry.put("to", move.to().toAbsolutePath().toString());
            json.add(entry);
        }
        AtomicFile.writeDurably(file, Json.document(json));
    }

    /** Makes the moves that have not been made yet; nothing happens if there is no journal. */
    void finish() throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        for (JsonNode move : Json.COMPACT.readTree(Files.readAllBytes(file))) {
            Path from = Path.of(move.path("from").asString());
            if (Files.exists(from)) {
                Files.move(
                        from,
                        Path.of(move.path("to").asString()),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.delete(file);
    }
}
