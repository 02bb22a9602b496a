package org.rulebatch.generate.embedded;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All options of one service, and how telling each stem is among them. */
final class Scope {

    private static final int FIELDS_TRIED = 150;

    private final List<Option> facts;
    private final List<Option> fields;
    private final Map<String, Double> rarity = new HashMap<>();
    private final double unknown;
    private final Map<String, List<Integer>> fieldsByStem = new HashMap<>();
    private final Set<Set<String>> resourceNames = new HashSet<>();

    Scope(List<Option> facts, List<Option> fields) {
        this.facts = facts;
        this.fields = fields;
        Map<String, Integer> documents = new HashMap<>();
        for (Option fact : facts) {
            stems(fact).forEach(stem -> documents.merge(stem, 1, Integer::sum));
            resourceNames.addAll(fact.resource());
        }
        int total = facts.size() + 1;
        documents.forEach((stem, count) -> rarity.put(stem, Math.log(1 + (double) total / count)));
        this.unknown = Math.log(1 + total);
        for (int i = 0; i < fields.size(); i++) {
            for (String stem : fields.get(i).path()) {
                fieldsByStem.computeIfAbsent(stem, s -> new ArrayList<>()).add(i);
            }
        }
    }

    /** How much a stem tells: high where few options have it. */
    double rarity(String stem) {
        return rarity.getOrDefault(stem, unknown);
    }

    double rarity(Set<String> stems) {
        return stems.stream().mapToDouble(this::rarity).sum();
    }

    /** Whether any option knows the stem. */
    boolean knows(String stem) {
        return rarity.containsKey(stem) || fieldsByStem.containsKey(stem);
    }

    /** Whether the stems are exactly the name of a resource of the service. */
    boolean isResource(Set<String> stems) {
        return resourceNames.contains(stems);
    }

    /** Every fact, and the fields that share the most telling stems with the rule. */
    List<Option> options(RuleReading rule) {
        double[] shared = new double[fields.size()];
        Stream.concat(rule.id().stream(), rule.title().stream()).distinct().forEach(stem -> fieldsByStem
                .getOrDefault(stem, List.of())
                .forEach(field -> shared[field] += weight(fields.get(field), stem)));
        Stream<Option> best = IntStream.range(0, shared.length)
                .filter(field -> shared[field] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(field -> -shared[field]))
                .limit(FIELDS_TRIED)
                .map(fields::get);
        return Stream.concat(facts.stream(), best).toList();
    }

    private double weight(Option field, String stem) {
        return rarity(stem) * (field.leaf().contains(stem) ? 1.5 : 1.0);
    }

    private static Set<String> stems(Option option) {
        Set<String> stems = new HashSet<>(option.path());
        option.resource().forEach(stems::addAll);
        option.family().forEach(stems::addAll);
        option.words().forEach(stems::addAll);
        return stems;
    }
}
