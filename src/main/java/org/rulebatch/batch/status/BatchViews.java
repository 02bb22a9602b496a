package org.rulebatch.batch.status;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulebatch.batch.status.BatchView.ServiceView;
import org.rulebatch.report.BatchOutcome;
import org.rulebatch.report.ServiceRecord;
import org.rulebatch.store.BatchPlan;
import org.rulebatch.store.Manifest;
import org.rulebatch.store.Manifest.ServiceEntry;
import org.rulebatch.store.RunFolder;

/** Puts together what the repository and the records say about the batches of a run. */
final class BatchViews {

    private final RunFolder folder;
    private final Map<Integer, BatchOutcome> outcomes;
    private final boolean running;

    /** @param running whether a process works on the run */
    BatchViews(RunFolder folder, Map<Integer, BatchOutcome> outcomes, boolean running) {
        this.folder = folder;
        this.outcomes = outcomes;
        this.running = running;
    }

    List<BatchView> of(Manifest manifest) {
        return manifest.batches().stream().map(this::batch).toList();
    }

    private BatchView batch(BatchPlan plan) {
        BatchOutcome outcome = outcomes.get(plan.number());
        String state = state(outcome);
        String next =
                switch (state) {
                    case "running" -> "running";
                    case "failed" -> "failed";
                    default -> "pending";
                };
        List<ServiceView> services = new ArrayList<>();
        for (ServiceEntry entry : plan.services()) {
            ServiceRecord record = record(entry.name());
            services.add(new ServiceView(
                    entry.name(),
                    record == null ? next : "done",
                    entry.rules(),
                    record == null ? null : record.counts()));
            next = record == null ? "pending" : next;
        }
        return new BatchView(plan.number(), state, services, outcome == null ? null : outcome.error());
    }

    private String state(@Nullable BatchOutcome outcome) {
        if (outcome == null) {
            return "pending";
        }
        return switch (outcome.status()) {
            case "COMPLETED" -> "complete";
            case "STARTING", "STARTED" -> running ? "running" : "interrupted";
            case "STOPPING", "STOPPED" -> "stopped";
            default -> "failed";
        };
    }

    private @Nullable ServiceRecord record(String service) {
        try {
            return Files.exists(folder.record(service)) ? ServiceRecord.read(folder.record(service)) : null;
        } catch (IOException e) {
            throw new UncheckedIOException("the record of " + service + " cannot be read", e);
        }
    }
}
