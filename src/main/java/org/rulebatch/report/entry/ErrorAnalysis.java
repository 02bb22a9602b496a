package org.rulebatch.report.entry;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code summary/error_analysis.json}: what the test results of all batches come to.
 *
 * @param causes the most frequent first
 * @param demoted rule id to the reason for which a person must look
 */
public record ErrorAnalysis(List<ErrorCause> causes, List<Correction> corrections, Map<String, String> demoted) {

    public ErrorAnalysis {
        causes = List.copyOf(causes);
        corrections = List.copyOf(corrections);
        demoted = Collections.unmodifiableMap(new TreeMap<>(demoted));
    }
}
