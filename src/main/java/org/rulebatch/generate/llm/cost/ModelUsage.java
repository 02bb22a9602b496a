package org.rulebatch.generate.llm.cost;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a run has used of a model so far, over all of its attempts.
 *
 * @param services by name
 * @param pacing of this attempt alone
 */
public record ModelUsage(String model, SortedMap<String, ServiceUsage> services, Pacing pacing, ReplyQuality quality) {

    /**
     * What the rules of a service used.
     *
     * @param reused replies that were stored before, and cost nothing
     * @param cost in US dollars, or null where the model's price is not known
     */
    public record ServiceUsage(Usage usage, int reused, @Nullable BigDecimal cost) {}

    public ModelUsage {
        services = Collections.unmodifiableSortedMap(new TreeMap<>(services));
    }

    /** Of all services. */
    public Usage total() {
        return services.values().stream().map(ServiceUsage::usage).reduce(Usage.NONE, Usage::plus);
    }

    /** Of all services. */
    public int reused() {
        return services.values().stream().mapToInt(ServiceUsage::reused).sum();
    }

    /** Of all services; null if a part of it is not known. */
    public @Nullable BigDecimal cost() {
        BigDecimal sum = BigDecimal.ZERO;
        for (ServiceUsage spent : services.values()) {
            if (spent.cost() == null) {
                return null;
            }
            sum = sum.add(spent.cost());
        }
        return sum;
    }
}
