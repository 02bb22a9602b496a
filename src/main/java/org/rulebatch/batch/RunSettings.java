package org.rulebatch.batch;

import java.util.Map;
import org.rulebatch.store.OutputFolder;
import org.rulebatch.store.Selection;

/**
 * What a run of {@code generateRules} is asked to do.
 *
 * @param generator what proposes decisions
 * @param batchSize services a batch
 * @param maxParallelBatches batches at once
 * @param minimumRate the least validation rate of a success, in percent
 * @param options what else shapes the result, by option name
 */
public record RunSettings(
        Selection selection,
        OutputFolder output,
        GeneratorKind generator,
        int batchSize,
        int maxParallelBatches,
        double minimumRate,
        Map<String, String> options) {

    public RunSettings {
        options = Map.copyOf(options);
    }
}
