package org.rulebatch.batch;

import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.rulebatch.batch.repository.Part;
import org.rulebatch.batch.step.WorkPlan;
import org.rulebatch.store.BatchPlan;
import org.rulebatch.store.InputException;
import org.rulebatch.store.Manifest;
import org.rulebatch.store.RunFolder;

/** Adds to a part of a run what its batches lack: a batch is published with all of its services, or not at all. */
final class WholeBatches {

    private WholeBatches() {}

    /**
     * The part with the services of its batches that have no record yet.
     *
     * @throws InputException if a batch or service is not in the run
     */
    static Part of(Part part, Manifest manifest, RunFolder folder) {
        WorkPlan plan = WorkPlan.of(manifest, part);
        SortedSet<Integer> batches = new TreeSet<>(part.batches());
        SortedSet<String> services = new TreeSet<>(part.services());
        for (BatchPlan batch : manifest.batches()) {
            List<String> chosen = plan.services(batch.number());
            if (!chosen.isEmpty() && !batches.contains(batch.number())) {
                Set<String> all = new HashSet<>(chosen);
                batch.serviceNames().stream()
                        .filter(service -> !Files.exists(folder.record(service)))
                        .forEach(all::add);
                if (all.size() > chosen.size() && all.containsAll(batch.serviceNames())) {
                    batches.add(batch.number());
                    services.removeAll(all);
                } else {
                    services.addAll(all);
                }
            }
        }
        return new Part(batches, services);
    }
}
