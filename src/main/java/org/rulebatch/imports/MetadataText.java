package org.rulebatch.imports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.rulebatch.imports.format.ForeignRule;
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
        List<String> compliance = Stream.concat(Stream.of(rule.origin()), rule.requirements().stream())
                .filter(each -> !each.isEmpty())
                .distinct()
                .toList();
        keys.put("compliance", compliance);
        keys.values().removeIf(value -> value.equals("") || value.equals(List.of()));
        return YamlText.of(keys);
    }

    /** Rules know four; what is only informational is low. Tables write a word, or a number of a scale of four or five. */
    private static String severity(ForeignRule rule) {
        String severity = rule.severity().strip().toLowerCase(Locale.ROOT);
        return switch (severity) {
            case "low", "medium", "high", "critical" -> severity;
            case "informational", "info", "minor", "none", "very low" -> "low";
            case "major", "important", "severe" -> "high";
            case "very high", "blocker" -> "critical";
            default -> "medium";
        };
    }
}
