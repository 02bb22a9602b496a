package org.rulebatch.report.entry;

import java.util.List;

/**
 * The numbers of a run, in the report and, once it has ended, in {@code run_metadata.json}.
 *
 * @param totalValidated automated rules
 * @param validationRate of all rules, {@code 91.2%}
 * @param proposed checks that a person has to confirm
 * @param coverage automated and proposed rules of all rules, as a percentage
 * @param success whether all criteria are met
 */
public record SummaryEntry(
        int totalServices,
        int totalRules,
        int totalValidated,
        String validationRate,
        int proposed,
        String coverage,
        int manualReview,
        int invalid,
        int failed,
        int successfulBatches,
        int failedBatches,
        boolean success,
        List<Criterion> criteria) {

    public SummaryEntry {
        criteria = List.copyOf(criteria);
    }
}
