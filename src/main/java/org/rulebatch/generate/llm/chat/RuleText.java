package org.rulebatch.generate.llm.chat;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.rulebatch.metadata.RuleMetadata;

/** A rule as it stands in a prompt: what tells one rule from another, bounded. */
final class RuleText {

    private static final int LONGEST_NAME = 160;
    private static final int LONGEST_PROSE = 240;

    private RuleText() {}

    static String of(RuleMetadata rule) {
        Map<String, String> json = new LinkedHashMap<>();
        put(json, "rule_id", rule.ruleId(), LONGEST_NAME);
        if (!rule.title().toLowerCase(Locale.ROOT).contains(rule.requirement().toLowerCase(Locale.ROOT))) {
            put(json, "requirement", rule.requirement(), LONGEST_NAME);
        }
        put(json, "title", rule.title(), LONGEST_NAME);
        put(json, "description", rule.description(), LONGEST_PROSE);
        if (!json.containsKey("description")) {
            put(json, "rationale", rule.rationale(), LONGEST_PROSE);
        }
        return "<rule>\n" + PromptJson.of(json) + "\n</rule>";
    }

    private static void put(Map<String, String> json, String name, String text, int longest) {
        String one = text.strip().replaceAll("\\s+", " ");
        if (!one.isEmpty()) {
            json.put(name, one.length() <= longest ? one : one.substring(0, longest) + "…");
        }
    }
}
