package org.rulebatch.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.rulebatch.files.AtomicFile;
import org.rulebatch.files.IoReason;

/** The id of an output folder, made when it is first used; several folders may share one job repository. */
public final class OutputId {

    private OutputId() {}

    /** The id of a folder that has been used before; nothing is made. */
    public static Optional<String> known(OutputFolder output) {
        Path file = output.hidden().resolve("id");
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** @throws InputException if the folder cannot be written */
    public static String of(OutputFolder output) {
        Path file = output.hidden().resolve("id");
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(output.hidden());
                byte[] id = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
                AtomicFile.writeDurably(file, out -> out.write(id));
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new InputException(
                    "--output-dir: the folder " + output.path() + " cannot be written (" + IoReason.words(e)
                            + "); choose another one, or make room for it.",
                    e);
        }
    }
}
