package org.rulebatch.store;

import java.util.List;
import org.rulebatch.store.Manifest.ServiceEntry;

/** The services that are worked on, and published, together; {@code number} counts from 1. */
public record BatchPlan(int number, List<ServiceEntry> services) {

    public BatchPlan {
        services = List.copyOf(services);
    }

    public List<String> serviceNames() {
        return services.stream().map(ServiceEntry::name).toList();
    }

    /** All rules, usable or not. */
    public int totalRules() {
        return services.stream().mapToInt(each -> each.rules() + each.invalid()).sum();
    }
}
