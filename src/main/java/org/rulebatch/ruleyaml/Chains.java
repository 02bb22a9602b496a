package org.rulebatch.ruleyaml;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.catalog.Operation;
import org.rulebatch.requirement.Call;

/**
 * Binds the required parameters of a read: to literals, or to what other reads emit, at any depth. The models decide: the
 * same shape name first, then the same name within the same resource. A read whose parameters cannot be bound has no plan.
 * Plans are made once and shared; the class is thread-safe.
 */
public final class Chains {

    private static final int MAX_DEPTH = 4;

    private final Catalog catalog;
    private final KnownParameters known = KnownParameters.bundled();
    private final Map<Call, Optional<PlannedCall>> plans = new ConcurrentHashMap<>();
    private final Map<String, List<Source>> sources = new ConcurrentHashMap<>();

    public Chains(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * The plan of a read.
     *
     * @return empty if the operation is unknown, is not a read, or has a required parameter that nothing binds
     */
    public Optional<PlannedCall> plan(Call call) {
        Optional<PlannedCall> plan = plans.get(call);
        if (plan == null) {
            plan = plan(call, Set.of());
            plans.put(call, plan);
        }
        return plan;
    }

    /** @param open the reads that wait for this one, which it cannot use */
    Optional<PlannedCall> plan(Call call, Set<String> open) {
        Optional<Operation> operation = operation(call).filter(Operation::isRead);
        if (operation.isEmpty() || open.size() > MAX_DEPTH || open.contains(call.toString())) {
            return Optional.empty();
        }
        Set<String> opened = new HashSet<>(open);
        opened.add(call.toString());
        return new Binder(this, operation.get(), call, opened).plan();
    }

    Optional<Operation> operation(Call call) {
        return catalog.service(call.client()).flatMap(service -> service.operation(call.operation()));
    }

    KnownParameters known() {
        return known;
    }

    /** The values that the reads of a client emit. */
    List<Source> sources(String client) {
        List<Source> found = sources.get(client);
        if (found == null) {
            found = catalog.service(client).stream()
                    .flatMap(service -> service.reads().stream())
                    .filter(read -> !read.deprecated())
                    .flatMap(read -> Source.of(read).stream())
                    .toList();
            sources.put(client, found);
        }
        return found;
    }
}
