package org.rulebatch.batch.status;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rulebatch.batch.repository.KnownRuns;
import org.rulebatch.batch.repository.LeaseTable;
import org.rulebatch.batch.repository.Part;
import org.rulebatch.batch.repository.RepositoryReader;
import org.rulebatch.batch.repository.RepositorySettings;
import org.rulebatch.batch.repository.RunReference;
import org.rulebatch.batch.repository.RunRow;
import org.rulebatch.batch.repository.RunState;
import org.rulebatch.report.BatchOutcome;
import org.rulebatch.store.Freezer;
import org.rulebatch.store.InputException;
import org.rulebatch.store.Manifest;
import org.rulebatch.store.OutputFolder;
import org.rulebatch.store.RunFolder;

/** Looks at the runs of an output folder, also while another process works on one. Changes nothing. */
public final class RunInspector {

    private final OutputFolder output;
    private final RepositorySettings settings;

    public RunInspector(OutputFolder output, RepositorySettings settings) {
        this.output = output;
        this.settings = settings;
    }

    /** All instances, the newest first. */
    public List<RunView> runs() {
        KnownRuns known = new RepositoryReader(output, settings).read();
        List<RunView> views = new ArrayList<>();
        for (RunRow row : known.rows()) {
            views.add(0, view(known, row));
        }
        return views;
    }

    /**
     * One instance with its batches and services.
     *
     * @throws InputException if there is no such run
     */
    public RunDetail run(RunReference reference) {
        KnownRuns known = new RepositoryReader(output, settings).read();
        if (known.rows().isEmpty()) {
            throw new InputException(
                    "There is no run in " + output.path() + " yet; start one with --job=generateRules.");
        }
        RunRow row = reference.named(known.rows());
        RunView view = view(known, row);
        RunFolder folder = output.run(row.runId());
        BatchViews batches = new BatchViews(folder, known.batches(row), view.owner() != null);
        return new RunDetail(view, manifest(folder).map(batches::of).orElse(List.of()));
    }

    private RunView view(KnownRuns known, RunRow row) {
        Optional<Manifest> manifest = manifest(output.run(row.runId()));
        Map<Integer, BatchOutcome> outcomes = known.batches(row);
        long completed =
                outcomes.values().stream().filter(BatchOutcome::successful).count();
        int all = manifest.map(frozen -> frozen.batches().size()).orElse(outcomes.size());
        Optional<LeaseTable.Row> worker = known.worker(row);
        return new RunView(
                row.instanceId(),
                row.runId(),
                worker.isPresent() ? RunState.RUNNING : RunState.of(row, known.rows()),
                parts(row.part()),
                completed + "/" + all,
                manifest.map(Manifest::totalRules).orElse(0),
                row.created().atZone(ZoneId.systemDefault()).toOffsetDateTime(),
                worker.map(lease -> "process " + lease.owner().pid() + " on "
                                + lease.owner().host())
                        .orElse(null),
                lastError(outcomes));
    }

    private static @Nullable String lastError(Map<Integer, BatchOutcome> outcomes) {
        String last = null;
        for (Map.Entry<Integer, BatchOutcome> batch : outcomes.entrySet()) {
            String error = batch.getValue().error();
            last = error == null ? last : "batch " + batch.getKey() + ": " + error;
        }
        return last;
    }

    private static String parts(Part part) {
        if (part.isEmpty()) {
            return "";
        }
        String batches = part.batches().isEmpty() ? "" : "batches " + part.batchesText();
        String services = part.services().isEmpty() ? "" : "services " + part.servicesText();
        return (batches + " " + services).strip();
    }

    private static Optional<Manifest> manifest(RunFolder folder) {
        try {
            return Files.exists(folder.manifest()) ? Optional.of(Freezer.read(folder)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("the run's manifest " + folder.manifest() + " cannot be read", e);
        }
    }
}
