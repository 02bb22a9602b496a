package org.rulebatch.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.rulebatch.metadata.InvalidRule;

/**
 * What a run is about, written once before it begins.
 *
 * @param hash SHA-256 over the rules, the invalid ones and the options: the same input has the same hash
 * @param started when the run was first started, ISO-8601 with offset; no part of the hash
 * @param options what shapes the result, by option name
 * @param services sorted by name
 * @param invalid rules that cannot be used, of all services
 */
public record Manifest(
        String hash,
        String started,
        int batchSize,
        Map<String, String> options,
        List<ServiceEntry> services,
        List<InvalidRule> invalid) {

    /**
     * One service of the run.
     *
     * @param rules usable ones
     * @param invalid others
     */
    public record ServiceEntry(String name, int rules, int invalid) {}

    public Manifest {
        options = Collections.unmodifiableMap(new TreeMap<>(options));
        services = List.copyOf(services);
        invalid = List.copyOf(invalid);
    }

    /** The batches, in order; the first one has number 1. */
    public List<BatchPlan> batches() {
        List<BatchPlan> batches = new ArrayList<>();
        for (int from = 0; from < services.size(); from += batchSize) {
            List<ServiceEntry> part = services.subList(from, Math.min(services.size(), from + batchSize));
            batches.add(new BatchPlan(batches.size() + 1, part));
        }
        return List.copyOf(batches);
    }

    /** Usable rules. */
    public int usableRules() {
        return services.stream().mapToInt(ServiceEntry::rules).sum();
    }

    /** All rules, usable or not. */
    public int totalRules() {
        return usableRules() + invalid.size();
    }
}
