package org.rulebatch.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.rulebatch.files.AtomicFile;
import org.rulebatch.files.IoReason;
import org.rulebatch.files.PrivateFolder;

/** The id of an output folder, made when it is first used; several folders may share one job repository. */
public final class OutputId {

    private OutputId() {}

    /**
     * The id of a folder that has been used before; nothing is made.
     *
     * @throws InputException if it is lost
     */
    public static Optional<String> known(OutputFolder output) {
        try {
            return read(output);
        } catch (IOException e) {
            throw new InputException(
                    "The id of the output folder " + output.path() + " cannot be read: " + IoReason.words(e) + ".", e);
        }
    }

    /** @throws InputException if the folder cannot be written, or its id is lost */
    public static String of(OutputFolder output) {
        try {
            Optional<String> known = read(output);
            PrivateFolder.make(output.hidden());
            if (known.isPresent()) {
                return known.get();
            }
            String id = UUID.randomUUID().toString();
            AtomicFile.writeDurably(file(output), out -> out.write(id.getBytes(StandardCharsets.UTF_8)));
            return id;
        } catch (IOException e) {
            throw new InputException(
                    "--output-dir: the folder " + output.path() + " cannot be written (" + IoReason.words(e)
                            + "); choose another one, or make room for it.",
                    e);
        }
    }

    private static Optional<String> read(OutputFolder output) throws IOException {
        Path file = file(output);
        String id = Files.exists(file) ? Files.readString(file).strip() : "";
        if (id.isEmpty() && hasRuns(output)) {
            throw new InputException("The file " + file + (Files.exists(file) ? " is empty" : " is missing")
                    + ", so it is not known which runs are those of this folder. Put back a copy of it, or move "
                    + output.hidden() + " away and start again with --job=generateRules: that loses the list of runs,"
                    + " but no output.");
        }
        return id.isEmpty() ? Optional.empty() : Optional.of(id);
    }

    private static boolean hasRuns(OutputFolder output) throws IOException {
        if (!Files.isDirectory(output.runs())) {
            return false;
        }
        try (Stream<Path> runs = Files.list(output.runs())) {
            return runs.findAny().isPresent();
        }
    }

    private static Path file(OutputFolder output) {
        return output.hidden().resolve("id");
    }
}
