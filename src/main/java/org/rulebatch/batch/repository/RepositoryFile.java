package org.rulebatch.batch.repository;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The H2 file of an output folder, held against what is beside it: H2 takes a damaged file back to an older state in silence. */
final class RepositoryFile {

    static final String LOST =
            "Move .rule-batch/repository.mv.db away and start again with --job=generateRules: that loses the list"
                    + " of runs, but no output. If you have a copy of it, put the copy back and remove .rule-batch/state.json instead";

    private RepositoryFile() {}

    /** @throws RepositoryException if the file is empty though there have been runs */
    static void check(RepositorySettings settings) {
        Path folder = settings.folder();
        try {
            Path file = folder == null ? null : folder.resolve(RepositorySettings.FILE);
            if (folder != null && file != null && Files.exists(file) && Files.size(file) == 0 && hasRuns(folder)) {
                throw new RepositoryException("The job repository is damaged: " + file + " is empty. " + LOST, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the job repository cannot be read", e);
        }
    }

    /** A repository that was moved away takes what was said of it along. */
    static void removeStateOfNone(RepositorySettings settings) {
        Path folder = settings.folder();
        if (folder == null || settings.mayExist()) {
            return;
        }
        try {
            new StateFile(folder).remove();
        } catch (IOException e) {
            throw new UncheckedIOException("the state of the runs cannot be removed", e);
        }
    }

    /** Who has it open, for the process that finds it so. */
    static AlreadyRunningException inUse(RepositorySettings settings) {
        Path folder = settings.folder();
        StateFile file = folder == null ? null : new StateFile(folder);
        Optional<LeaseTable.Row> holder = file == null
                ? Optional.empty()
                : file.read().filter(file::isHeld).flatMap(state -> state.known(true)
                        .lease());
        return holder.map(row -> AlreadyRunningException.by(row, file == null ? Duration.ZERO : file.quiet()))
                .orElseGet(() -> new AlreadyRunningException(
                        "The job repository is open in another process, perhaps on another machine."
                                + " Wait for it, or choose another --output-dir."));
    }

    /** Removes a file that was damaged before any run was in it, so that it is created again. */
    static boolean removeUseless(RepositorySettings settings) {
        Path folder = settings.folder();
        try {
            return folder != null && !hasRuns(folder) && Files.deleteIfExists(folder.resolve(RepositorySettings.FILE));
        } catch (IOException e) {
            return false;
        }
    }

    /** @throws RepositoryException if the repository does not know a run that was in it when it was last open */
    static void compare(Optional<StateFile.State> then, List<RunRow> now) {
        for (RunRow row : then.map(StateFile.State::runs).orElse(List.of())) {
            Optional<RunRow> same = now.stream()
                    .filter(each -> each.instanceId() == row.instanceId() && each.executionId() >= row.executionId())
                    .findFirst();
            if (same.isEmpty()) {
                throw new RepositoryException(
                        "The job repository is damaged: it has gone back to an older state, in which run "
                                + row.instanceId()
                                + " (" + row.runId() + ") is not what it was. " + LOST
                                + ". To continue with what it holds, remove .rule-batch/state.json",
                        null);
            }
        }
    }

    private static boolean hasRuns(Path folder) throws IOException {
        Path runs = folder.resolve("runs");
        if (!Files.isDirectory(runs)) {
            return false;
        }
        try (Stream<Path> all = Files.list(runs)) {
            return all.findAny().isPresent();
        }
    }
}
