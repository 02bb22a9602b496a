package org.rulebatch.generate.embedded;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rulebatch.catalog.FieldPath;
import org.rulebatch.knowledge.Fact;
import org.rulebatch.knowledge.Family;
import org.rulebatch.knowledge.Knowledge;
import org.rulebatch.knowledge.Reading;
import org.rulebatch.knowledge.Resource;
import org.rulebatch.knowledge.Slot;
import org.rulebatch.requirement.Condition;
import org.rulebatch.requirement.Conditions;
import org.rulebatch.requirement.Expectation.Absence;
import org.rulebatch.requirement.Expressions;
import org.rulebatch.requirement.Operator;
import org.rulebatch.requirement.Quantifier;
import org.rulebatch.requirement.Requirement;
import org.rulebatch.ruleyaml.Chains;
import org.rulebatch.ruleyaml.ConditionsPlan;

/** Makes a requirement of a fact, with the values that the rule states in its slots. */
final class FactConditions {

    private final Chains chains;
    private final Knowledge knowledge;

    FactConditions(Chains chains, Knowledge knowledge) {
        this.chains = chains;
        this.knowledge = knowledge;
    }

    /** All conditions of the fact, one for each port that the rule states, and what its family wants confirmed. */
    Requirement requirement(Resource resource, Fact fact, Map<Slot, List<Integer>> stated) {
        Expressions whole = fact.whole();
        return whole == null ? conditions(resource, fact, stated) : FactParameters.filled(whole, stated);
    }

    private Conditions conditions(Resource resource, Fact fact, Map<Slot, List<Integer>> stated) {
        List<Condition> conditions = new ArrayList<>();
        for (Map<Slot, Object> values : valuations(fact.main(), stated)) {
            conditions.add(condition(resource, fact.main(), values, fact.absent()));
        }
        for (Reading with : fact.with()) {
            valuations(with, stated).forEach(values -> conditions.add(condition(resource, with, values, null)));
        }
        return confirmed(resource, fact, Conditions.all(conditions));
    }

    /**
     * With both halves of a confirmed fact, that a thing is named and what the thing shows, where the fact has one of them and
     * the name can be handed to the read of the thing. With the second alone, a resource that names nothing would not fail.
     */
    private Conditions confirmed(Resource resource, Fact fact, Conditions plain) {
        return knowledge
                .family(fact.family())
                .map(Family::confirm)
                .flatMap(confirm -> confirm.otherHalf(fact.main()))
                .map(half -> condition(resource, half, Map.of(), null))
                .map(half -> Conditions.all(named(plain, half)))
                .filter(whole -> ConditionsPlan.of(chains, whole).isPresent())
                .orElse(plain);
    }

    /** The half that names the thing first. */
    private static List<Condition> named(Conditions plain, Condition half) {
        Stream<Condition> own = plain.conditions().stream();
        boolean names = half.operator() == Operator.EXISTS;
        return (names ? Stream.concat(Stream.of(half), own) : Stream.concat(own, Stream.of(half))).toList();
    }

    /** The condition of one of a fact's readings. */
    Condition condition(Resource resource, Reading reading, Map<Slot, Object> values, @Nullable Absence absent) {
        return new Condition(
                FieldPath.parse(reading.path()).leafInWords(),
                reading.call(),
                items(resource, reading),
                reading.path(),
                reading.complies().filled(values, absent));
    }

    private static List<Map<Slot, Object>> valuations(Reading reading, Map<Slot, List<Integer>> stated) {
        Map<Slot, Object> single = new HashMap<>();
        stated.forEach((slot, values) -> single.put(slot, values.get(0)));
        List<Integer> ports = stated.getOrDefault(Slot.PORT, List.of());
        if (ports.size() < 2 || !reading.complies().hasSlot(Slot.PORT)) {
            return List.of(single);
        }
        return ports.stream()
                .map(port -> {
                    Map<Slot, Object> each = new HashMap<>(single);
                    each.put(Slot.PORT, port);
                    return each;
                })
                .toList();
    }

    /** The list whose elements are judged: the resource's own, none where the read is made for each resource. */
    private @Nullable String items(Resource resource, Reading reading) {
        boolean list = reading.call().client().equals(resource.list().client())
                && reading.call().operation().equals(resource.list().operation());
        Quantifier quantifier = reading.complies().quantifier();
        if (list && reading.path().startsWith(resource.items())) {
            boolean whole = quantifier != null && quantifier.rangesOverAnswer(resource.items(), reading.path());
            return whole ? "" : resource.items();
        }
        boolean forEachResource = chains.plan(reading.call())
                .filter(plan -> plan.parent() != null)
                .isPresent();
        return forEachResource ? "" : null;
    }
}
