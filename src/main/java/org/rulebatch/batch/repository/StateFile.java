package org.rulebatch.batch.repository;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rulebatch.files.AtomicFile;
import org.rulebatch.files.Json;
import org.rulebatch.files.PrivateFolder;
import org.rulebatch.report.BatchOutcome;
import tools.jackson.core.JacksonException;

/**
 * What the process that has the H2 file of an output folder open says of its runs, for commands that look at them meanwhile: no
 * other process can open the file. A second file asks that process to stop. The time of the state file is its heartbeat.
 */
final class StateFile {

    static final String NAME = "state.json";

    private final Path folder;
    private final Path file;
    private final Path stop;
    private final Path repository;

    /**
     * Who has the repository open.
     *
     * @param runId the run worked on, or empty
     */
    record Holder(String token, Owner owner, String runId, OffsetDateTime since) {}

    /**
     * The content.
     *
     * @param holder null after the repository was closed in order
     * @param repositoryBytes length of the repository's file when it was closed
     * @param repositoryTime when it was last changed then, epoch milliseconds
     */
    record State(
            @Nullable Holder holder,
            List<RunRow> runs,
            Map<String, Map<Integer, BatchOutcome>> batches,
            long repositoryBytes,
            long repositoryTime) {

        /** As it is while the repository is open. */
        static State of(KnownRuns known) {
            Holder holder = known.lease()
                    .map(row -> new Holder(row.token(), row.owner(), row.runId(), row.since()))
                    .orElse(null);
            return new State(holder, known.rows(), known.batches(), 0, 0);
        }

        KnownRuns known(boolean held) {
            return new KnownRuns(
                    runs,
                    batches,
                    Optional.ofNullable(held ? holder : null)
                            .map(by -> new LeaseTable.Row(
                                    by.token(), by.owner(), by.runId(), local(by.since()), true, false)));
        }

        private static OffsetDateTime local(OffsetDateTime time) {
            return time.atZoneSameInstant(ZoneId.systemDefault()).toOffsetDateTime();
        }
    }

    /** @param folder the hidden folder of an output */
    StateFile(Path folder) {
        this.folder = folder;
        this.file = folder.resolve(NAME);
        this.stop = folder.resolve("stop");
        this.repository = folder.resolve(RepositorySettings.FILE);
    }

    /** The state, if there is one that can be read: it is written again by the next process that opens the repository. */
    Optional<State> read() {
        try {
            return Optional.of(Json.COMPACT.readValue(Files.readAllBytes(file), State.class));
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        }
    }

    void write(State state) throws IOException {
        AtomicFile.write(file, out -> Json.COMPACT.writeValue(out, state));
        PrivateFolder.closeFiles(folder);
    }

    /** Says that the repository has been closed in order. */
    void writeClosed(KnownRuns known) throws IOException {
        write(new State(
                null,
                known.rows(),
                known.batches(),
                Files.size(repository),
                Files.getLastModifiedTime(repository).toMillis()));
    }

    /** Says that nothing has changed, and that the holder lives. */
    void touch() throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
    }

    void remove() throws IOException {
        Files.deleteIfExists(file);
    }

    /** Whether the process that wrote the state has the repository open still. */
    boolean isHeld(State state) {
        Holder holder = state.holder();
        Owner here = Owner.thisProcess();
        if (holder == null || holder.owner().isGone(here)) {
            return false;
        }
        boolean isNear = !here.machine().isEmpty()
                && here.machine().equals(holder.owner().machine());
        return isNear || quiet().compareTo(Lease.EXPIRY) <= 0;
    }

    /** Whether the state says all of the repository's file as it is now. */
    boolean isLast(State state) {
        try {
            return state.holder() == null
                    && Files.size(repository) == state.repositoryBytes()
                    && Files.getLastModifiedTime(repository).toMillis() == state.repositoryTime();
        } catch (IOException e) {
            return false;
        }
    }

    /** How long the holder has said nothing. */
    Duration quiet() {
        try {
            return Duration.between(Files.getLastModifiedTime(file).toInstant(), Instant.now());
        } catch (IOException e) {
            return Duration.ZERO;
        }
    }

    /** Asks the holder to stop. */
    void requestStop(String token) throws IOException {
        AtomicFile.write(stop, token);
        PrivateFolder.closeFiles(folder);
    }

    boolean isStopRequested(String token) throws IOException {
        try {
            return Files.readString(stop, StandardCharsets.UTF_8).equals(token);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    void removeStopRequest() throws IOException {
        Files.deleteIfExists(stop);
    }
}
