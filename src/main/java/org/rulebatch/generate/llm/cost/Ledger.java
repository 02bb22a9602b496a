package org.rulebatch.generate.llm.cost;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts what a run uses, by service. Thread-safe. */
public final class Ledger {

    private final String model;
    private final Tariff tariff;
    private final SortedMap<String, Usage> used = new TreeMap<>();
    private final SortedMap<String, Integer> reused = new TreeMap<>();
    private final Map<String, Integer> causes = new HashMap<>();
    private ReplyQuality quality;

    /**
     * @param before what earlier attempts of the run have used
     * @param quality of the replies to them
     */
    public Ledger(String model, Tariff tariff, Map<String, Usage> before, ReplyQuality quality) {
        this.model = model;
        this.tariff = tariff;
        this.quality = quality;
        used.putAll(before);
    }

    /**
     * Counts what a reply was good for.
     *
     * @param decides whether it decided its rule
     * @param cause why a reply that was paid for could not be used; empty for others
     */
    public synchronized void judged(boolean decides, String cause) {
        int unusable = quality.unusable();
        if (!cause.isEmpty()) {
            causes.merge(cause, 1, Integer::sum);
            unusable++;
        }
        quality = new ReplyQuality(quality.usable() + (decides ? 1 : 0), unusable, mostFrequent(), quality.instead());
    }

    private String mostFrequent() {
        return causes.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(quality.cause());
    }

    public synchronized ReplyQuality quality() {
        return quality;
    }

    public synchronized void add(String service, Usage usage) {
        used.merge(service, usage, Usage::plus);
    }

    public synchronized void reused(String service) {
        reused.merge(service, 1, Integer::sum);
    }

    public synchronized Usage total() {
        return used.values().stream().reduce(Usage.NONE, Usage::plus);
    }

    public BigDecimal cost(Usage usage) {
        return tariff.cost(model, usage).orElse(BigDecimal.ZERO);
    }

    public synchronized ModelUsage report(Pacing pacing) {
        SortedMap<String, ModelUsage.ServiceUsage> services = new TreeMap<>();
        reused.keySet().forEach(service -> services.put(service, ofService(service)));
        used.keySet().forEach(service -> services.put(service, ofService(service)));
        return new ModelUsage(model, services, pacing, quality);
    }

    private ModelUsage.ServiceUsage ofService(String service) {
        Usage usage = used.getOrDefault(service, Usage.NONE);
        return new ModelUsage.ServiceUsage(
                usage,
                reused.getOrDefault(service, 0),
                tariff.cost(model, usage).orElse(null));
    }
}
