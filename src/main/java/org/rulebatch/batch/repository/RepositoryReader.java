package org.rulebatch.batch.repository;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.rulebatch.store.InputException;
import org.rulebatch.store.OutputFolder;
import org.rulebatch.store.OutputId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Looks at the repository of an output folder for a moment, without the framework. An H2 file is opened only where no other process
 * has it and the state that was written beside it does not say all.
 */
public final class RepositoryReader {

    private final RepositorySettings settings;
    private final OutputFolder output;

    public RepositoryReader(OutputFolder output, RepositorySettings settings) {
        this.output = output;
        this.settings = settings;
    }

    /**
     * The runs of the folder, also while another process works on one.
     *
     * @throws InputException if they may not be seen by this user, or cannot be told from those of others
     */
    public KnownRuns read() {
        Path hidden = output.hidden();
        if (Files.isDirectory(hidden) && !Files.isExecutable(hidden)) {
            throw new InputException("The runs of " + output.path() + " can be seen by the folder's owner only ("
                    + hidden + ": permission denied); run this command as that user.");
        }
        Optional<String> outputId = OutputId.known(output);
        Path folder = settings.folder();
        if (folder == null) {
            // A server that cannot be reached is said, also where the folder has no run yet.
            return opened(outputId.orElse(""));
        }
        return outputId.isEmpty() || !settings.mayExist()
                ? KnownRuns.NONE
                : inFolder(new StateFile(folder), outputId.get());
    }

    private KnownRuns inFolder(StateFile file, String outputId) {
        Optional<StateFile.State> state = file.read();
        boolean isHeld = state.filter(file::isHeld).isPresent();
        if (isHeld || state.filter(file::isLast).isPresent()) {
            return state.get().known(isHeld);
        }
        try (RepositoryGate gate = RepositoryGate.enter(settings)) {
            KnownRuns known = opened(outputId);
            RepositoryFile.compare(state, known.rows());
            write(file, known);
            return known;
        } catch (AlreadyRunningException e) {
            // A process has opened it meanwhile, and will say what it does in a moment.
            return file.read().map(last -> last.known(file.isHeld(last))).orElseThrow(() -> e);
        } catch (UncheckedIOException e) {
            // Who may only read sees what was written last.
            return state.map(last -> last.known(false)).orElseThrow(() -> e);
        }
    }

    /** For the next look, which opens the repository again if this fails. */
    private static void write(StateFile file, KnownRuns known) {
        try {
            file.writeClosed(known);
        } catch (IOException e) {
            return;
        }
    }

    private KnownRuns opened(String outputId) {
        return opened(jdbc -> KnownRuns.in(jdbc, outputId)).orElse(KnownRuns.NONE);
    }

    /**
     * Asks something else of the repository itself.
     *
     * @return empty if it has no tables
     * @throws AlreadyRunningException if another process has its H2 file open
     */
    public <T> Optional<T> ask(Function<JdbcTemplate, T> question) {
        if (settings.folder() == null) {
            return opened(question);
        }
        if (!settings.mayExist()) {
            return Optional.empty();
        }
        try (RepositoryGate gate = RepositoryGate.enter(settings)) {
            return opened(question);
        }
    }

    private <T> Optional<T> opened(Function<JdbcTemplate, T> question) {
        RepositoryFile.check(settings);
        SingleConnectionDataSource source = new SingleConnectionDataSource(settings.url(), true);
        if (settings.user() != null) {
            source.setUsername(settings.user());
            source.setPassword(Objects.requireNonNullElse(settings.password(), ""));
        }
        try {
            return RepositorySchema.isMade(source)
                    ? Optional.ofNullable(question.apply(new JdbcTemplate(source)))
                    : Optional.empty();
        } finally {
            source.destroy();
        }
    }

    /** Asks the process that holds a lease to stop. */
    public void requestStop(String token) {
        Path folder = settings.folder();
        if (folder == null) {
            opened(jdbc -> new LeaseTable(jdbc, OutputId.of(output), Lease.EXPIRY).requestStop(token));
            return;
        }
        try {
            new StateFile(folder).requestStop(token);
        } catch (IOException e) {
            throw new UncheckedIOException("the request to stop cannot be written", e);
        }
    }
}
