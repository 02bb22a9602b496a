package org.rulebatch.imports.format;

import java.util.Set;
import java.util.TreeMap;
import org.rulebatch.files.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** An account's own rules of AWS Config, as {@code aws configservice describe-config-rules} prints them. */
final class ConfigRules implements Format {

    private static final Set<String> USED = Set.of(
            "ConfigRuleName",
            "ConfigRuleArn",
            "ConfigRuleId",
            "Description",
            "Source",
            "InputParameters",
            "ConfigRuleState",
            "Scope");

    @Override
    public String files() {
        return "JSON that 'aws configservice describe-config-rules' printed";
    }

    @Override
    public boolean takes(String fileName) {
        return fileName.endsWith(".json");
    }

    @Override
    public boolean fits(Source source) {
        return source.tree().path("ConfigRules").path(0).has("ConfigRuleName");
    }

    @Override
    public void read(Source source, ImportLog log) {
        for (JsonNode rule : source.tree().path("ConfigRules")) {
            Keys.drop(rule, "", USED, log);
            TreeMap<String, String> parameters = new TreeMap<>();
            parameters(Keys.text(rule, "InputParameters"))
                    .forEachEntry((name, value) -> parameters.put(name, value.asString("")));
            ManagedRule.of(
                            source.place(),
                            Keys.text(rule, "ConfigRuleName"),
                            Keys.text(rule.path("Source"), "SourceIdentifier"),
                            type(rule),
                            Keys.text(rule, "Description"),
                            parameters)
                    .into(log);
        }
    }

    static String type(JsonNode rule) {
        return Keys.texts(rule.path("Scope"), "ComplianceResourceTypes").stream()
                .findFirst()
                .orElse("");
    }

    /** JSON within JSON. */
    private static JsonNode parameters(String text) {
        try {
            return Json.COMPACT.readTree(text.isEmpty() ? "{}" : text);
        } catch (JacksonException e) {
            return Json.COMPACT.createObjectNode();
        }
    }
}
