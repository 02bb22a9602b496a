package org.rulebatch.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rulebatch.files.Json;
import org.rulebatch.report.RunStatus;
import org.rulebatch.report.entry.RunState;
import org.rulebatch.store.InputException;
import org.rulebatch.store.OutputFolder;

/** Moves the batch folders of a finished run, and its metadata, to {@code archive/<run_id>/}; the summary stays. */
public final class Archive {

    private final OutputFolder output;
    private final Journal journal;

    public Archive(OutputFolder output) {
        this.output = output;
        this.journal = new Journal(output.hidden().resolve("archive.json"));
    }

    /** Brings to its end what a killed process has begun; every process that changes the output folder does this first. */
    public void finish() {
        finished();
    }

    /** The folder of the archive that a killed process had begun and that is complete now. */
    private Optional<Path> finished() {
        try {
            return journal.finish().stream().map(Path::getParent).findFirst();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /**
     * Archives the run that the folder shows, or brings to its end what a killed process has begun. A run that is archived again, because parts of it were generated again, goes to
     * {@code archive/<run_id>.2/} and so on.
     *
     * @return the folder it is in now
     * @throws InputException if there is no run, or it has not completed
     */
    public Path archive() {
        Optional<Path> finished = finished();
        Path metadata = output.runMetadata();
        if (!Files.exists(metadata)) {
            if (finished.isPresent()) {
                return finished.get();
            }
            throw new InputException("There is no run to archive: " + metadata + " is missing.");
        }
        try {
            RunState run = Json.COMPACT.readValue(Files.readAllBytes(metadata), RunState.class);
            if (!run.status().equals(RunStatus.COMPLETE.word())) {
                throw new InputException("The run in " + output.path() + " is " + run.status()
                        + ", not complete; resume it with the command 'restart last' before you archive it.");
            }
            Path target = free(run.runId());
            Files.createDirectories(target);
            List<Move> moves = new ArrayList<>();
            for (Path batch : output.batches()) {
                moves.add(new Move(batch, target.resolve(batch.getFileName()), null));
            }
            moves.add(new Move(metadata, target.resolve(metadata.getFileName()), null));
            journal.write(moves);
            journal.finish();
            return target;
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** An empty folder is what a process left that was killed before it moved anything. */
    private Path free(String runId) throws IOException {
        Path target = output.path().resolve("archive").resolve(runId);
        int number = 1;
        while (Files.exists(target) && !isEmpty(target)) {
            target = target.resolveSibling(runId + "." + ++number);
        }
        return target;
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.findAny().isEmpty();
        }
    }

    private UncheckedIOException failure(IOException e) {
        return new UncheckedIOException(
                "The run cannot be moved to " + output.path().resolve("archive") + ", all or nothing: archive it again",
                e);
    }
}
