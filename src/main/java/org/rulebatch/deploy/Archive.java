package org.rulebatch.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.rulebatch.files.Json;
import org.rulebatch.store.InputException;
import org.rulebatch.store.OutputFolder;
import tools.jackson.databind.JsonNode;

/** Moves the batch folders of a finished run, and its metadata, to {@code archive/<run_id>/}; the summary stays. */
public final class Archive {

    private final OutputFolder output;

    public Archive(OutputFolder output) {
        this.output = output;
    }

    /**
     * Archives the run that the folder shows. Called again after a kill, it moves what is left.
     *
     * @return the folder it is in now
     * @throws InputException if there is no run, or it has not completed
     */
    public Path archive() {
        Path metadata = output.runMetadata();
        if (!Files.exists(metadata)) {
            throw new InputException("There is no run to archive: " + metadata + " is missing.");
        }
        try {
            JsonNode run = Json.COMPACT.readTree(Files.readAllBytes(metadata));
            String status = run.path("status").asString();
            if (!status.equals("complete")) {
                throw new InputException("The run in " + output.path() + " is " + status
                        + ", not complete; go on with it by the command 'restart last' before it is archived.");
            }
            Path target =
                    output.path().resolve("archive").resolve(run.path("run_id").asString());
            Files.createDirectories(target);
            List<Path> batches = output.batches();
            for (Path batch : batches) {
                Files.move(batch, target.resolve(batch.getFileName()), StandardCopyOption.ATOMIC_MOVE);
            }
            Files.move(metadata, target.resolve(metadata.getFileName()), StandardCopyOption.ATOMIC_MOVE);
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the run cannot be moved to " + output.path().resolve("archive"), e);
        }
    }
}
