package org.rulebatch.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rulebatch.batch.repository.RunRow;
import org.rulebatch.store.OutputFolder;
import org.rulebatch.store.RunFolder;

/** The folders of runs. A run's id is the second that it starts in, {@code yyyyMMdd_HHmmss}, or the next free one. */
final class RunFolders {

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss");

    private RunFolders() {}

    static RunFolder next(OutputFolder output, OffsetDateTime now) {
        OffsetDateTime at = now;
        while (Files.exists(output.run(FORMAT.format(at)).path())) {
            at = at.plusSeconds(1);
        }
        return output.run(FORMAT.format(at));
    }

    static void delete(RunFolder folder) {
        try {
            folder.delete();
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + folder.path() + " cannot be removed", e);
        }
    }

    /** Removes what a process left that was killed between freezing the rules and launching the job. */
    static void removeOrphans(OutputFolder output, List<RunRow> known) {
        Set<String> runs = known.stream().map(RunRow::runId).collect(Collectors.toSet());
        try {
            if (!Files.isDirectory(output.runs())) {
                return;
            }
            List<Path> folders;
            try (Stream<Path> children = Files.list(output.runs())) {
                folders = children.toList();
            }
            for (Path folder : folders) {
                RunFolder run = new RunFolder(folder);
                if (!runs.contains(run.runId()) && !run.hasRecords()) {
                    run.delete();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + output.runs() + " cannot be tidied up", e);
        }
    }
}
