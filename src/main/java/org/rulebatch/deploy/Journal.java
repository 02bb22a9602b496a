package org.rulebatch.deploy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rulebatch.files.AtomicFile;
import org.rulebatch.files.Json;

/**
 * The moves that belong together: once they are written down they are all made, if need be by the next process. Each can be made
 * again from where a kill left it.
 */
final class Journal {

    /** A move as it is written down, with absolute paths. */
    private record Line(String from, String to, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String backup) {

        static Line of(Move move) {
            Path backup = move.backup();
            return new Line(absolute(move.from()), absolute(move.to()), backup == null ? null : absolute(backup));
        }

        Move move() {
            return new Move(Path.of(from), Path.of(to), backup == null ? null : Path.of(backup));
        }

        private static String absolute(Path path) {
            return path.toAbsolutePath().toString();
        }
    }

    private final Path file;

    Journal(Path file) {
        this.file = file;
    }

    void write(List<Move> moves) throws IOException {
        Files.createDirectories(file.getParent());
        AtomicFile.writeDurably(file, Json.document(moves.stream().map(Line::of).toList()));
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
        for (Line line : Json.COMPACT.readValue(Files.readAllBytes(file), Line[].class)) {
            Move move = line.move();
            if (Files.exists(move.from())) {
                make(move);
            }
            targets.add(move.to());
        }
        Files.delete(file);
        return targets;
    }

    private static void make(Move move) throws IOException {
        Path backup = move.backup();
        if (backup != null) {
            AtomicFile.writeDurably(backup, out -> Files.copy(move.to(), out));
        }
        Files.move(move.from(), move.to(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
