package org.rulebatch.batch.repository;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rulebatch.report.BatchOutcome;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The runs of an output folder at one moment.
 *
 * @param rows all instances, the newest last
 * @param batches how the last attempt at each batch went, by run id and the batch's number
 * @param lease of the process that works on the folder, if there is one
 */
public record KnownRuns(
        List<RunRow> rows, Map<String, Map<Integer, BatchOutcome>> batches, Optional<LeaseTable.Row> lease) {

    static final KnownRuns NONE = new KnownRuns(List.of(), Map.of(), Optional.empty());

    public KnownRuns {
        rows = List.copyOf(rows);
        batches = Map.copyOf(batches);
    }

    /** Reads them from the repository. */
    static KnownRuns in(JdbcTemplate jdbc, String outputId) {
        return new KnownRuns(
                new RunTable(jdbc, outputId).all(), new BatchTable(jdbc, outputId).all(), lease(jdbc, outputId));
    }

    /** Reads again what the holder of the lease can have changed while it works on a run. */
    KnownRuns refreshed(JdbcTemplate jdbc, String outputId) {
        Optional<LeaseTable.Row> holder = lease(jdbc, outputId);
        Map<String, Map<Integer, BatchOutcome>> all = new HashMap<>(batches);
        holder.map(LeaseTable.Row::runId)
                .filter(runId -> !runId.isEmpty())
                .ifPresent(runId -> all.put(runId, new BatchTable(jdbc, outputId).outcomes(runId)));
        return new KnownRuns(new RunTable(jdbc, outputId).all(), all, holder);
    }

    private static Optional<LeaseTable.Row> lease(JdbcTemplate jdbc, String outputId) {
        Owner here = Owner.thisProcess();
        return new LeaseTable(jdbc, outputId, Lease.EXPIRY)
                .find()
                .filter(row -> row.alive() && !row.owner().isGone(here));
    }

    public Map<Integer, BatchOutcome> batches(RunRow row) {
        return batches.getOrDefault(row.runId(), Map.of());
    }

    /** Who works on the instance. */
    public Optional<LeaseTable.Row> worker(RunRow row) {
        return lease.filter(held -> held.runId().equals(row.runId()) && !row.isReplaced(rows))
                .filter(held -> row.status().isRunning());
    }
}
