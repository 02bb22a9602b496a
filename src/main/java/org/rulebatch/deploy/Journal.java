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

/**
 * The moves that belong together: once they are written down they are all made, if need be by the next process. Each can be made
 * again from where a kill left it.
 */
final class Journal {

    private final Path file;

    Journal(Path file) {
        this.file = file;
    }

    void write(List<Move> moves) throws IOException {
        Files.createDirectories(file.getParent());
        AtomicFile.writeDurably(
                file, Json.document(moves.stream().map(Journal::json).toList()));
    }

    /**
     * Makes the moves that have not been made yet.
     *
     * @return where each of them leads; empty if there is no journal
     */
    List<Path> finish() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        List<Path> targets = new ArrayList<>();
        for (JsonNode move : Json.COMPACT.readTree(Files.readAllBytes(file))) {
            Path from = Path.of(move.path("from").asString());
            Path to = Path.of(move.path("to").asString());
            if (Files.exists(from)) {
                make(from, to, move.path("backup"));
            }
            targets.add(to);
        }
        Files.delete(file);
        return targets;
    }

    private static void make(Path from, Path to, JsonNode backup) throws IOException {
        if (backup.isString()) {
            AtomicFile.writeDurably(Path.of(backup.asString()), out -> Files.copy(to, out));
        }
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Map<String, String> json(Move move) {
        Map<String, String> json = new LinkedHashMap<>();
        json.put("from", move.from().toAbsolutePath().toString());
        json.put("to", move.to().toAbsolutePath().toString());
        if (move.backup() != null) {
            json.put("backup", move.backup().toAbsolutePath().toString());
        }
        return json;
    }
}
