package org.rulebatch.generate.embedded;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All options of one client.
 *
 * @param facts what the knowledge base says
 * @param fields what its reads return
 * @param fieldsByPlace the fields by operation and path
 * @param fieldsByStem places in {@code fields} by the stems of their paths
 */
record ClientOptions(
        List<Option> facts,
        List<Option> fields,
        Map<String, Option> fieldsByPlace,
        Map<String, List<Integer>> fieldsByStem) {

    static ClientOptions of(List<Option> facts, List<Option> fields, Map<String, Option> fieldsByPlace) {
        Map<String, List<Integer>> byStem = new HashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            for (String stem : fields.get(i).path()) {
                byStem.computeIfAbsent(stem, s -> new ArrayList<>()).add(i);
            }
        }
        return new ClientOptions(facts, fields, fieldsByPlace, byStem);
    }

    /** How much of the stems each field has, by its place in {@link #fields}. */
    double[] shared(Set<String> stems, Scope scope) {
        double[] shared = new double[fields.size()];
        for (String stem : stems) {
            double rarity = scope.rarity(stem);
            for (int field : fieldsByStem.getOrDefault(stem, List.of())) {
                shared[field] += rarity * (fields.get(field).leaf().contains(stem) ? 1.5 : 1.0);
            }
        }
        return shared;
    }
}
