package org.rulebatch.batch.step;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.rulebatch.batch.repository.Part;
import org.rulebatch.catalog.Nearest;
import org.rulebatch.store.BatchPlan;
import org.rulebatch.store.InputException;
import org.rulebatch.store.Manifest;

/**
 * What an instance of the job works on: of each batch, by its number, the services to generate.
 *
 * @param services by batch number
 */
public record WorkPlan(SortedMap<Integer, List<String>> services) {

    public WorkPlan {
        services = Collections.unmodifiableSortedMap(new TreeMap<>(services));
    }

    public static WorkPlan whole(Manifest manifest) {
        SortedMap<Integer, List<String>> services = new TreeMap<>();
        manifest.batches().forEach(batch -> services.put(batch.number(), batch.serviceNames()));
        return new WorkPlan(services);
    }

    /**
     * Parts of a run.
     *
     * @throws InputException if a batch or service is none of the run's
     */
    public static WorkPlan of(Manifest manifest, Part part) {
        SortedMap<Integer, List<String>> chosen = new TreeMap<>();
        Set<Integer> batches = new TreeSet<>(part.batches());
        Set<String> names = new TreeSet<>(part.services());
        for (BatchPlan batch : manifest.batches()) {
            List<String> wanted = batches.remove(batch.number())
                    ? batch.serviceNames()
                    : batch.serviceNames().stream().filter(names::contains).toList();
            if (!wanted.isEmpty()) {
                chosen.put(batch.number(), wanted);
            }
            batch.serviceNames().forEach(names::remove);
        }
        if (!batches.isEmpty()) {
            int last = manifest.batches().size();
            throw new InputException(
                    "--batches: the run has no batch " + join(batches) + "; its batches are 1 to " + last + ".");
        }
        if (!names.isEmpty()) {
            throw new InputException(unknown(manifest, names));
        }
        return new WorkPlan(chosen);
    }

    private static String unknown(Manifest manifest, Set<String> names) {
        List<String> known =
                manifest.services().stream().map(Manifest.ServiceEntry::name).toList();
        String nearest =
                Nearest.suggestion(names.iterator().next(), known, "; see its services with the command 'status'.");
        return "--services: the run has no service " + join(names) + nearest;
    }

    private static String join(Set<?> values) {
        return String.join(", ", values.stream().map(Object::toString).toList());
    }

    /** The batch numbers, in order. */
    public Set<Integer> batches() {
        return services.keySet();
    }

    public List<String> services(int batch) {
        return services.getOrDefault(batch, List.of());
    }
}
