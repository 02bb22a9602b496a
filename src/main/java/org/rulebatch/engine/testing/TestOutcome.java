package org.rulebatch.engine.testing;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rulebatch.ruleyaml.RuleDocument;

/**
 * How a rule file fared.
 *
 * @param test the last result, before anything was taken out
 * @param document the file as it may be kept: corrected, without the rules that cannot run; perhaps without any
 * @param demoted rule id to the reason for which a person must look
 */
public record TestOutcome(
        ServiceTest test, RuleDocument document, List<Correction> corrections, Map<String, String> demoted) {

    public TestOutcome {
        corrections = List.copyOf(corrections);
        demoted = Collections.unmodifiableMap(new LinkedHashMap<>(demoted));
    }

    /** Whether the file must be written anew. */
    public boolean isChanged() {
        return !corrections.isEmpty() || !demoted.isEmpty();
    }
}
