package org.rulebatch.report.entry;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A service's entry of {@code engine_test_results.json}. Each check counts once: failed if a resource fails it, else passed
 * if one passes, else skipped (no resource) or, with an error, in none of the three.
 *
 * @param success no error is the rule file's own fault
 * @param errors of the last test, before anything was taken out
 * @param demoted rule id to the reason for which the rule was taken out of the file and a person must look
 * @param verdicts rule id to the gravest verdict of its check: {@code PASS}, {@code FAIL}, {@code NOT_APPLICABLE} or {@code UNKNOWN}
 */
public record ServiceTest(
        boolean success,
        int checksCount,
        int passed,
        int failed,
        List<Error> errors,
        int skipped,
        double durationSeconds,
        List<Correction> corrections,
        Map<String, String> demoted,
        Map<String, String> verdicts) {

    /** Why a check could not be decided somewhere; {@code type} as in files. */
    public record Error(String ruleId, String discoveryId, String operation, String type, String message) {}

    public ServiceTest {
        errors = List.copyOf(errors);
        corrections = List.copyOf(corrections);
        demoted = Collections.unmodifiableMap(new TreeMap<>(demoted));
        verdicts = verdicts == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(verdicts));
    }

    /** Whether something in the rule file was changed. */
    public boolean isChanged() {
        return !corrections.isEmpty() || !demoted.isEmpty();
    }

    /** A rule of the service as it is after the test. */
    public RuleEntry applied(RuleEntry rule) {
        String reason = demoted.get(rule.ruleId());
        RuleEntry changed = reason == null ? rule : rule.demoted(reason);
        for (Correction correction : corrections) {
            if (correction.rules().contains(rule.ruleId())) {
                changed = changed.corrected(correction);
            }
        }
        return changed;
    }
}
