package org.rulebatch.ruleyaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.catalog.Nouns;
import org.rulebatch.catalog.Operation;
import org.rulebatch.catalog.Parameter;
import org.rulebatch.requirement.Binding;
import org.rulebatch.requirement.Call;
import org.rulebatch.ruleyaml.PlannedCall.Supply;

/**
 * Binds the required parameters of a read: to literals, or to what other reads emit, at any depth. The models decide: the
 * same shape name first, then the same name within the same resource. A read whose parameters cannot be bound has no plan.
 * Plans are made once and shared; the class is thread-safe.
 */
public final class Chains {

    private static final int MAX_DEPTH = 4;
    private static final int MAX_TRIED = 6;

    private final Catalog catalog;
    private final KnownParameters known = KnownParameters.bundled();
    private final Map<String, Optional<PlannedCall>> plans = new ConcurrentHashMap<>();
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
        Optional<PlannedCall> plan = plans.get(key(call));
        if (plan == null) {
            plan = plan(call, Set.of());
            plans.put(key(call), plan);
        }
        return plan;
    }

    private Optional<PlannedCall> plan(Call call, Set<String> open) {
        Optional<Operation> operation = catalog.service(call.client())
                .flatMap(service -> service.operation(call.operation()))
                .filter(Operation::isRead);
        if (operation.isEmpty() || open.size() > MAX_DEPTH || open.contains(call.toString())) {
            return Optional.empty();
        }
        Set<String> opened = new HashSet<>(open);
        opened.add(call.toString());
        return new Attempt(operation.get(), call, opened).plan();
    }

    private static String key(Call call) {
        return call + " " + call.params() + " " + call.bind();
    }

    private List<Source> sources(String client) {
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

    /** One read's parameters while they are being bound. */
    private final class Attempt {
        private final Operation operation;
        private final Call call;
        private final Set<String> open;
        private final String resource;
        private final Map<String, Object> literals;
        private final Map<String, Supply> bound = new TreeMap<>();
        private final List<Parameter> unbound = new ArrayList<>();
        private @Nullable PlannedCall parent;

        Attempt(Operation operation, Call call, Set<String> open) {
            this.operation = operation;
            this.call = call;
            this.open = open;
            this.resource = Nouns.ofMethod(operation.method());
            this.literals = new TreeMap<>(call.params());
        }

        Optional<PlannedCall> plan() {
            Map<String, Binding> binds = new TreeMap<>(call.bind());
            for (Parameter parameter : operation.required()) {
                if (literals.containsKey(parameter.name()) || binds.containsKey(parameter.name())) {
                    continue;
                }
                Optional<Object> literal = known.literal(operation, parameter);
                Optional<Binding> supply = known.supply(operation, parameter);
                if (literal.isPresent()) {
                    literals.put(parameter.name(), literal.get());
                } else if (supply.isPresent()) {
                    binds.put(parameter.name(), supply.get());
                } else {
                    unbound.add(parameter);
                }
            }
            boolean done = stated(binds) && (unbound.isEmpty() || (parent == null ? search() : fromAncestors(parent)));
            return done ? Optional.of(planned()) : Optional.empty();
        }

        private PlannedCall planned() {
            String items = ResultItems.of(operation).orElse("");
            return new PlannedCall(operation, literals, bound, parent, items);
        }

        /** Binds what is stated; the suppliers must lie on one line of ancestors. */
        private boolean stated(Map<String, Binding> binds) {
            List<PlannedCall> suppliers = new ArrayList<>();
            for (Binding binding : binds.values()) {
                Optional<PlannedCall> plan = Chains.this.plan(binding.call(), open);
                if (plan.isEmpty()) {
                    return false;
                }
                suppliers.add(plan.get()
                        .withItems(itemsAround(binding.path(), plan.get().items())));
            }
            parent = suppliers.stream()
                    .max(Comparator.comparingInt(PlannedCall::depth))
                    .orElse(null);
            int index = 0;
            for (Map.Entry<String, Binding> entry : binds.entrySet()) {
                PlannedCall supplier = suppliers.get(index++);
                Optional<PlannedCall> ancestor = ancestor(supplier.operation());
                if (ancestor.isEmpty()) {
                    return false;
                }
                bound.put(
                        entry.getKey(),
                        new Supply(ancestor.get(), entry.getValue().path()));
            }
            return true;
        }

        private Optional<PlannedCall> ancestor(Operation supplier) {
            for (PlannedCall at = parent; at != null; at = at.parent()) {
                if (at.operation().equals(supplier)) {
                    return Optional.of(at);
                }
            }
            return Optional.empty();
        }

        private boolean search() {
            List<Scored> tries = new ArrayList<>();
            for (Source source : sources(operation.client())) {
                int fit = unbound.stream()
                        .mapToInt(parameter -> source.fit(parameter, resource))
                        .max()
                        .orElse(0);
                if (fit > 0 && !open.contains(source.operation().toString())) {
                    tries.add(new Scored(source, score(source, fit)));
                }
            }
            tries.sort(Comparator.comparingInt(Scored::score)
                    .reversed()
                    .thenComparing(scored -> scored.source().operation().method()));
            List<Operation> seen = new ArrayList<>();
            for (Scored scored : tries) {
                Operation supplier = scored.source().operation();
                if (!seen.contains(supplier) && seen.size() < MAX_TRIED) {
                    seen.add(supplier);
                    if (fromSupplier(supplier)) {
                        return true;
                    }
                }
            }
            return false;
        }

        private boolean fromSupplier(Operation supplier) {
            Optional<PlannedCall> plan = Chains.this.plan(Call.of(supplier.client(), supplier.method()), open);
            return plan.isPresent() && fromAncestors(plan.get());
        }

        /** Prefers lists that need nothing, are about the same resource and yield many. */
        private int score(Source source, int fit) {
            Operation supplier = source.operation();
            String about = Nouns.ofMethod(supplier.method());
            int score = 10 * fit - 6 * supplier.required().size();
            score += source.items().isEmpty() ? -15 : 10;
            score += resource.startsWith(about) ? 12 : 0;
            score += source.field()
                                    .path()
                                    .substring(source.items().length())
                                    .chars()
                                    .filter(c -> c == '.')
                                    .count()
                            > 1
                    ? -8
                    : 0;
            return score
                    + (supplier.method().startsWith("list_")
                                    || supplier.method().startsWith("describe_")
                            ? 3
                            : 0);
        }

        private boolean fromAncestors(PlannedCall line) {
            Map<String, Supply> found = new TreeMap<>();
            for (Parameter parameter : unbound) {
                Optional<Supply> supply = supply(line, parameter);
                if (supply.isEmpty()) {
                    return false;
                }
                found.put(parameter.name(), supply.get());
            }
            bound.putAll(found);
            parent = line;
            return true;
        }

        private Optional<Supply> supply(PlannedCall line, Parameter parameter) {
            Optional<Supply> best = Optional.empty();
            int bestFit = 0;
            for (PlannedCall at = line; at != null; at = at.parent()) {
                for (Source source : Source.of(at.operation())) {
                    int fit = source.fit(parameter, resource);
                    if (fit > bestFit && source.field().path().startsWith(at.items())) {
                        bestFit = fit;
                        best = Optional.of(new Supply(at, source.field().path()));
                    }
                }
            }
            Optional<Supply> inherited = line.inherited(parameter.name());
            return bestFit < 10 && inherited.isPresent() ? inherited : best;
        }
    }

    private record Scored(Source source, int score) {}

    /** The items that make a path one value an item: as planned, or up to the path's last list. */
    private static String itemsAround(String path, String planned) {
        boolean single =
                path.startsWith(planned) && !path.substring(planned.length()).contains("[]");
        return single ? planned : path.substring(0, path.lastIndexOf("[]") + 2);
    }
}
