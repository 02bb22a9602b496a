package org.rulebatch.ruleyaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulebatch.requirement.Cover;

/** What a check asks of what it judges. */
public sealed interface Demand {

    /** Comparisons: the form that other scanners of these files read as well. */
    record Conditions(Clause clause) implements Demand {}

    /**
     * Expressions of the check language.
     *
     * @param where the population; null for all items
     * @param with name to the discovery whose items the expressions see as a list of that name
     * @param parameters name to value
     * @param complies what a compliant item shows
     * @param covers which words of the rule which piece of the check answers
     */
    record Expressions(
            @Nullable String where,
            Map<String, String> with,
            Map<String, Object> parameters,
            String complies,
            List<Cover> covers)
            implements Demand {

        public Expressions {
            with = Collections.unmodifiableMap(new LinkedHashMap<>(with));
            parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
            covers = List.copyOf(covers);
        }
    }
}
