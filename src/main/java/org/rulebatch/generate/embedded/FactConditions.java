package org.rulebatch.generate.embedded;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rulebatch.knowledge.Fact;
import org.rulebatch.knowledge.Family;
import org.rulebatch.knowledge.Knowledge;
import org.rulebatch.knowledge.Reading;
import org.rulebatch.knowledge.Resource;
import org.rulebatch.knowledge.Slot;
import org.rulebatch.requirement.Condition;
import org.rulebatch.requirement.Expectation.Absence;
import org.rulebatch.requirement.Quantifier;
import org.rulebatch.requirement.Requirement;
import org.rulebatch.ruleyaml.Chains;
import org.rulebatch.ruleyaml.RequirementPlan;

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
        List<Condition> conditions = new ArrayList<>();
        for (Map<Slot, Object> values : valuations(fact, stated)) {
            conditions.add(condition(resource, fact.main(), values, fact.absent()));
        }
        Map<Slot, Object> first = valuations(fact, stated).get(0);
        fact.with().forEach(reading -> conditions.add(condition(resource, reading, first, null)));
        return confirmed(resource, fact, Requirement.all(conditions));
    }

    /** With the confirmation, where the value that it is about can be handed to its read. */
    private Requirement confirmed(Resource resource, Fact fact, Requirement plain) {
        return knowledge
                .family(fact.family())
                .map(Family::confirm)
                .filter(confirm -> confirm.isNeededBy(fact.main()))
                .map(confirm -> condition(resource, confirm.of(fact.main()), Map.of(), null))
                .map(confirm -> Requirement.all(Stream.concat(plain.conditions().stream(), Stream.of(confirm))
                        .toList()))
                .filter(whole -> RequirementPlan.of(chains, whole).isPresent())
                .orElse(plain);
    }

    /** The condition of one of a fact's readings. */
    Condition condition(Resource resource, Reading reading, Map<Slot, Object> values, @Nullable Absence absent) {
        String name = reading.path().replace("[]", "").replace("{}", "").replaceAll(".*\\.", "");
        return new Condition(
                name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT),
                reading.call(),
                items(resource, reading),
                reading.path(),
                reading.complies().filled(values, absent));
    }

    private static List<Map<Slot, Object>> valuations(Fact fact, Map<Slot, List<Integer>> stated) {
        Map<Slot, Object> single = new HashMap<>();
        stated.forEach((slot, values) -> single.put(slot, values.get(0)));
        List<Integer> ports = stated.getOrDefault(Slot.PORT, List.of());
        if (ports.size() < 2 || !fact.main().complies().hasSlot(Slot.PORT)) {
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
