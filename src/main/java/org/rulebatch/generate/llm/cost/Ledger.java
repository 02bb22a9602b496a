package org.rulebatch.generate.llm.cost;

import java.math.BigDecimal;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.rulebatch.generate.llm.pace.Pacing;

/** Counts what a run uses, by service. Thread-safe. */
public final class Ledger {

    private final String model;
    private final Tariff tariff;
    private final SortedMap<String, Usage> used = new TreeMap<>();
    private final SortedMap<String, Integer> reused = new TreeMap<>();

    /** @param before what earlier attempts of the run have used */
    public Ledger(String model, Tariff tariff, Map<String, Usage> before) {
        this.model = model;
        this.tariff = tariff;
        used.putAll(before);
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
        SortedMap<String, ModelUsage.Spent> services = new TreeMap<>();
        reused.keySet().forEach(service -> services.put(service, spent(service)));
        used.keySet().forEach(service -> services.put(service, spent(service)));
        return new ModelUsage(model, services, pacing);
    }

    private ModelUsage.Spent spent(String service) {
        Usage usage = used.getOrDefault(service, Usage.NONE);
        return new ModelUsage.Spent(
                usage,
                reused.getOrDefault(service, 0),
                tariff.cost(model, usage).orElse(null));
    }
}
