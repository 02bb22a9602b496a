package org.rulebatch.report;

import java.util.List;
import java.util.Map;

/**
 * The numbers of a whole run.
 *
 * @param servicesByError kind of error to the number of services that have it
 */
record Tally(
        List<BatchReport> batches,
        Counts counts,
        int services,
        int servicesWithValidatedRule,
        int ruleFiles,
        Map<String, Integer> servicesByError) {

    int successfulBatches() {
        return (int)
                batches.stream().filter(batch -> batch.outcome().successful()).count();
    }
}
