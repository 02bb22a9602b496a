package org.rulebatch.batch;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.rulebatch.store.Selection;

/**
 * What a run is about: it identifies the run, and is frozen when the run begins.
 *
 * @param batchSize services a batch
 * @param options what else shapes the result, by option name
 * @param ofRules what shapes it besides, by the ids of the rules
 */
public record RunInput(
        Selection selection,
        int batchSize,
        Map<String, String> options,
        Function<Set<String>, Map<String, String>> ofRules) {

    public RunInput {
        options = Map.copyOf(options);
    }

    public RunInput(Selection selection, int batchSize, Map<String, String> options) {
        this(selection, batchSize, options, rules -> Map.of());
    }

    Map<String, String> allOptions(Set<String> rules) {
        Map<String, String> all = new TreeMap<>(options);
        all.putAll(ofRules.apply(rules));
        return all;
    }
}
