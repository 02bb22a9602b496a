package org.rulebatch.generate.embedded;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rulebatch.knowledge.Slot;
import org.rulebatch.requirement.Expressions;

/** Puts the values that a rule states into the parameters of a whole check; they have the names of the kinds of values. */
final class FactParameters {

    private FactParameters() {}

    static Expressions filled(Expressions whole, Map<Slot, List<Integer>> stated) {
        Map<String, Object> parameters = new LinkedHashMap<>(whole.parameters());
        stated.forEach((slot, values) -> {
            String one = slot.name().toLowerCase(Locale.ROOT);
            parameters.computeIfPresent(one, (name, own) -> values.get(0));
            parameters.computeIfPresent(one + "s", (name, own) -> List.copyOf(values));
        });
        return parameters.equals(whole.parameters()) ? whole : whole.withParameters(parameters);
    }
}
