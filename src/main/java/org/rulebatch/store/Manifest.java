package org.rulebatch.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
 * @param named where the input was, absolute paths by option name; no part of the hash, and absent in older files
 */
public record Manifest(
        String hash,
        String started,
        int batchSize,
        Map<String, String> options,
        List<ServiceEntry> services,
        List<InvalidRule> invalid,
        Map<String, String> named) {

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
        named = Collections.unmodifiableMap(new TreeMap<>(Objects.requireNonNullElse(named, Map.of())));
    }

    /** What the run was started with under the name of an option, such as {@code batch-size}; empty if it was not given. */
    public Optional<String> startedWith(String option) {
        return option.equals("batch-size")
                ? Optional.of(Integer.toString(batchSize))
                : Optional.ofNullable(options.getOrDefault(option, named.get(option)));
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
