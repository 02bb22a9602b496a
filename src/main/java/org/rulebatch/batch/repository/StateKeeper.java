package org.rulebatch.batch.repository;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Keeps the state file of an output folder up to date while this process has the repository open, and looks whether it is asked to
 * stop. A state that cannot be written only grows old: a disk that is full ends a run where it writes its results.
 */
public final class StateKeeper {

    private final RepositorySettings settings;
    private final StateFile file;
    private final JdbcTemplate jdbc;
    private final String outputId;
    private final String token;
    private final StopSignal stop;
    private KnownRuns known;
    private StateFile.@Nullable State written;

    private StateKeeper(
            RepositorySettings settings,
            Path folder,
            JdbcTemplate jdbc,
            String outputId,
            String token,
            StopSignal stop) {
        this.settings = settings;
        this.file = new StateFile(folder);
        this.jdbc = jdbc;
        this.outputId = outputId;
        this.token = token;
        this.stop = stop;
        this.known = KnownRuns.in(jdbc, outputId);
    }

    /**
     * Writes the state for the first time, and then with every heartbeat of the lease.
     *
     * @return empty where others read the repository itself
     * @throws RepositoryException if the repository does not know a run that was in it before
     */
    public static Optional<StateKeeper> start(
            RepositorySettings settings, JdbcTemplate jdbc, String outputId, Lease lease, StopSignal stop) {
        Path folder = settings.folder();
        if (folder == null) {
            return Optional.empty();
        }
        StateKeeper keeper = new StateKeeper(settings, folder, jdbc, outputId, lease.token(), stop);
        RepositoryFile.compare(keeper.file.read(), keeper.known.rows());
        keeper.write();
        lease.withEachBeat(keeper::beat);
        return Optional.of(keeper);
    }

    /** Removes the state until the next heartbeat: runs that are removed now are not lost. */
    public synchronized void forget() {
        try {
            written = null;
            file.remove();
        } catch (IOException e) {
            throw new UncheckedIOException("the state of the runs cannot be removed", e);
        }
    }

    /** Closes the repository, when the lease has been given back, and says so; nobody can open it between the two. */
    public synchronized void close(RepositoryContext repository) {
        Path folder = Objects.requireNonNull(settings.folder());
        if (!Files.isDirectory(folder)) {
            repository.close();
            return;
        }
        try (RepositoryGate gate = RepositoryGate.enter(settings)) {
            Optional<KnownRuns> last = last();
            repository.close();
            if (last.isPresent()) {
                file.writeClosed(last.get());
            }
        } catch (IOException | UncheckedIOException e) {
            // The state says still that this process has it, which others know to be gone: they open the repository.
            repository.close();
        }
    }

    private Optional<KnownRuns> last() {
        try {
            return Optional.of(KnownRuns.in(jdbc, outputId));
        } catch (DataAccessException e) {
            return Optional.empty();
        }
    }

    private synchronized void beat() {
        known = known.refreshed(jdbc, outputId);
        write();
        try {
            if (file.isStopRequested(token)) {
                file.removeStopRequest();
                stop.request("the command 'stop'");
            }
        } catch (IOException e) {
            // The next beat looks again.
            return;
        }
    }

    private void write() {
        StateFile.State state = StateFile.State.of(known);
        try {
            if (state.equals(written)) {
                file.touch();
            } else {
                file.write(state);
                written = state;
            }
        } catch (IOException e) {
            written = null;
        }
    }
}
