package org.rulebatch.batch;

import java.util.Map;
import org.rulebatch.store.Selection;

/**
 * What a run is about: it identifies the run, and is frozen when the run begins.
 *
 * @param batchSize services a batch
 * @param options what else shapes the result, by option name
 */
public record RunInput(Selection selection, int batchSize, Map<String, String> options) {

    public RunInput {
        options = Map.copyOf(options);
    }
}
