package org.rulebatch.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rulebatch.yaml.YamlText;

/** A rule's metadata file, with the keys in the order of the rules that come with the program. */
final class MetadataText {

    private MetadataText() {}

    static String of(String ruleId, Naming.Name name, ForeignRule rule) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("rule_id", ruleId);
        keys.put("service", name.service());
        keys.put("resource", name.resource());
        keys.put("requirement", name.requirement());
        keys.put("title", rule.title());
        keys.put("severity", severity(rule));
        keys.put("description", rule.description());
        keys.put("rationale", rule.rationale());
        keys.put("remediation", rule.remediation());
        keys.put("references", rule.references());
        List<String> compliance = new ArrayList<>(List.of(rule.origin()));
        compliance.addAll(rule.requirements());
        keys.put("compliance", compliance);
        keys.values().removeIf(value -> value.equals("") || value.equals(List.of()));
        return YamlText.of(keys);
    }

    /** Rules know four; what is only informational is low. */
    private static String severity(ForeignRule rule) {
        String severity = rule.severity().toLowerCase(Locale.ROOT);
        return switch (severity) {
            case "low", "medium", "high", "critical" -> severity;
            case "informational" -> "low";
            default -> "medium";
        };
    }
}
