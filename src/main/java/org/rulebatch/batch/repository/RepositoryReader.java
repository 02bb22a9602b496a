package org.rulebatch.batch.repository;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Opens the repository for a moment, without the framework, to look at it. */
public final class RepositoryReader {

    /** Asks one thing of the repository. */
    @FunctionalInterface
    public interface Query<T> {
        T on(Look look);
    }

    /** The repository, opened. */
    public record Look(JdbcTemplate jdbc, String outputId, List<RunRow> rows, Optional<LeaseTable.Row> lease) {

        public BatchTable batches() {
            return new BatchTable(jdbc, outputId);
        }

        /** Who works on the instance. */
        public Optional<LeaseTable.Row> worker(RunRow row) {
            return lease.filter(held -> held.runId().equals(row.runId()) && !row.isReplaced(rows))
                    .filter(held -> row.status().isRunning());
        }
    }

    private RepositoryReader() {}

    /** Reads; once more if the process that serves the database has just ended. */
    public static <T> T read(RepositorySettings settings, String outputId, Query<T> query) {
        try {
            return once(settings, outputId, query);
        } catch (DataAccessResourceFailureException e) {
            return once(settings, outputId, query);
        }
    }

    private static <T> T once(RepositorySettings settings, String outputId, Query<T> query) {
        try (RepositoryGate gate = RepositoryGate.enter(settings)) {
            SingleConnectionDataSource source = new SingleConnectionDataSource(settings.url(), true);
            if (settings.user() != null) {
                source.setUsername(settings.user());
                source.setPassword(Objects.requireNonNullElse(settings.password(), ""));
            }
            try {
                JdbcTemplate jdbc = new JdbcTemplate(source);
                boolean made = RepositorySchema.exists(source);
                List<RunRow> rows = made ? new RunTable(jdbc, outputId).all() : List.of();
                return query.on(new Look(jdbc, outputId, rows, lease(jdbc, outputId)));
            } finally {
                source.destroy();
            }
        }
    }

    /** The lease, if its owner is there. */
    private static Optional<LeaseTable.Row> lease(JdbcTemplate jdbc, String outputId) {
        Owner here = Owner.thisProcess();
        return new LeaseTable(jdbc, outputId, Lease.EXPIRY)
                .find()
                .filter(row -> row.alive() && !row.owner().isGone(here));
    }
}
