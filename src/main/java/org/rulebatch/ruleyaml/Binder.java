package org.rulebatch.ruleyaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.rulebatch.catalog.Nouns;
import org.rulebatch.catalog.Operation;
import org.rulebatch.catalog.Parameter;
import org.rulebatch.requirement.Binding;
import org.rulebatch.requirement.Call;
import org.rulebatch.ruleyaml.PlannedCall.Supply;

/** Binds the parameters of one read: what is stated first, and for the rest it searches a read that supplies them. */
final class Binder {

    private final Chains chains;
    private final Operation operation;
    private final Set<String> open;
    private final String resource;
    private final Map<String, Object> literals;
    private final Map<String, Binding> stated;
    private final List<Parameter> unbound = new ArrayList<>();

    /** @param open this read and the ones that wait for it */
    Binder(Chains chains, Operation operation, Call call, Set<String> open) {
        this.chains = chains;
        this.operation = operation;
        this.open = open;
        this.resource = Nouns.ofMethod(operation.method());
        this.literals = new TreeMap<>(call.params());
        this.stated = new TreeMap<>(call.bind());
        operation.parameters().stream()
                .filter(parameter -> parameter.required() || chains.known().isNeeded(operation, parameter))
                .forEach(this::sort);
    }

    Optional<PlannedCall> plan() {
        if (stated.isEmpty()) {
            return unbound.isEmpty() ? Optional.of(planned(Map.of(), null)) : search();
        }
        Optional<PlannedCall> line = statedLine();
        if (line.isEmpty()) {
            return Optional.empty();
        }
        Optional<PlannedCall> plan = on(line.get());
        return plan.isPresent() || unbound.isEmpty() ? plan : search();
    }

    private void sort(Parameter parameter) {
        String name = parameter.name();
        if (literals.containsKey(name) || stated.containsKey(name)) {
            return;
        }
        Optional<Object> literal = chains.known().literal(operation, parameter);
        Optional<Binding> supply = chains.known().supply(operation, parameter);
        if (literal.isPresent()) {
            literals.put(name, literal.get());
        } else if (supply.isPresent()) {
            stated.put(name, supply.get());
        } else {
            unbound.add(parameter);
        }
    }

    /** The deepest of the stated suppliers; the others must stand above it, or be made once and can be put there. */
    private Optional<PlannedCall> statedLine() {
        List<PlannedCall> suppliers = new ArrayList<>();
        for (Binding binding : stated.values()) {
            Optional<PlannedCall> plan = chains.plan(alike(binding.call()), open);
            if (plan.isEmpty()) {
                return Optional.empty();
            }
            suppliers.add(
                    plan.get().withItems(itemsAround(binding.path(), plan.get().items())));
        }
        return suppliers.stream()
                .max(Comparator.comparingInt(PlannedCall::depth).thenComparing(each -> !isMadeOnce(each)))
                .map(deepest -> below(suppliers, deepest));
    }

    private static PlannedCall below(List<PlannedCall> suppliers, PlannedCall deepest) {
        return suppliers.stream()
                .filter(each -> deepest.isIndependent() && isMadeOnce(each) && !each.equals(deepest))
                .findFirst()
                .map(deepest::withParent)
                .orElse(deepest);
    }

    private static boolean isMadeOnce(PlannedCall supplier) {
        return supplier.isIndependent() && supplier.items().isEmpty();
    }

    /**
     * A supplier's call, about the same things as this read: where both take a {@code cluster}, it is the same cluster. A
     * bare {@code name} or {@code id} means another thing in each operation and is not taken over.
     */
    private Call alike(Call supplier) {
        Map<String, Binding> bind = new TreeMap<>(supplier.bind());
        chains.operation(supplier).map(Operation::parameters).orElse(List.of()).forEach(parameter -> {
            Binding binding = stated.get(parameter.name());
            boolean taken = binding != null
                    && !binding.call().toString().equals(supplier.toString())
                    && !supplier.params().containsKey(parameter.name())
                    && !ParameterName.of(parameter.name(), resource).bare();
            if (taken) {
                bind.putIfAbsent(parameter.name(), binding);
            }
        });
        return new Call(supplier.client(), supplier.operation(), supplier.params(), bind);
    }

    private Optional<PlannedCall> search() {
        for (Operation supplier : Suppliers.of(unbound, resource, chains.sources(operation.client()), open)) {
            Call call = alike(Call.of(supplier.client(), supplier.method()));
            Optional<PlannedCall> plan = chains.plan(call, open).flatMap(this::on);
            if (plan.isPresent()) {
                return plan;
            }
        }
        return Optional.empty();
    }

    /** The plan below a line of reads, if they supply every parameter. */
    private Optional<PlannedCall> on(PlannedCall last) {
        Line line = new Line(last);
        Map<String, Supply> bound = new TreeMap<>();
        stated.forEach((name, binding) -> line.supply(binding).ifPresent(supply -> bound.put(name, supply)));
        for (Parameter parameter : unbound) {
            line.supply(parameter, resource).ifPresent(supply -> bound.put(parameter.name(), supply));
        }
        boolean complete = bound.size() == stated.size() + unbound.size();
        return complete ? Optional.of(planned(bound, last)) : Optional.empty();
    }

    private PlannedCall planned(Map<String, Supply> bound, @Nullable PlannedCall parent) {
        return new PlannedCall(
                operation, literals, bound, parent, ResultItems.of(operation).orElse(""));
    }

    /** The items that make a path one value an item: as planned, or up to the path's last list. */
    private static String itemsAround(String path, String planned) {
        boolean single =
                path.startsWith(planned) && !path.substring(planned.length()).contains("[]");
        int list = path.lastIndexOf("[]");
        return single ? planned : list < 0 ? "" : path.substring(0, list + 2);
    }
}
