package org.rulebatch.engine.scan;

import java.util.List;
import java.util.Map;

/**
 * What people wrote about the rules, where it is at hand.
 *
 * @param remediations rule id to what to do
 * @param frameworks rule id to the requirements of frameworks that it answers
 */
public record RuleTexts(Map<String, String> remediations, Map<String, List<String>> frameworks) {

    /** Nothing is at hand. */
    public static final RuleTexts NONE = new RuleTexts(Map.of(), Map.of());

    public RuleTexts {
        remediations = Map.copyOf(remediations);
        frameworks = Map.copyOf(frameworks);
    }

    String remediation(String ruleId) {
        return remediations.getOrDefault(ruleId, "");
    }

    List<String> frameworks(String ruleId) {
        return frameworks.getOrDefault(ruleId, List.of());
    }
}
