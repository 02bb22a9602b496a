package org.rulebatch.imports.format;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Conformance packs of AWS Config, CloudFormation with {@code AWS::Config::ConfigRule}s, in YAML or JSON. */
final class ConfigPacks implements Format {

    @Override
    public String files() {
        return "a conformance pack of AWS Config";
    }

    @Override
    public boolean takes(String fileName) {
        return fileName.matches("(?s).*\\.(ya?ml|json|template)");
    }

    @Override
    public boolean fits(Source source) {
        return source.tree().path("Resources").valueStream().anyMatch(ConfigPacks::isRule);
    }

    @Override
    public void read(Source source, ImportLog log) {
        JsonNode root = source.tree();
        root.path("Resources").forEachEntry((name, resource) -> {
            if (isRule(resource)) {
                JsonNode rule = resource.path("Properties");
                String called = Keys.text(rule, "ConfigRuleName");
                ManagedRule.of(
                                source.place(),
                                called.isEmpty() ? name : called,
                                Keys.text(rule.path("Source"), "SourceIdentifier"),
                                ConfigRules.type(rule),
                                Keys.text(rule, "Description"),
                                parameters(rule.path("InputParameters"), root.path("Parameters")))
                        .into(log);
            } else {
                log.dropped("Resources of " + Keys.text(resource, "Type"));
            }
        });
    }

    private static boolean isRule(JsonNode resource) {
        return Keys.text(resource, "Type").equals("AWS::Config::ConfigRule");
    }

    private static Map<String, String> parameters(JsonNode given, JsonNode declared) {
        Map<String, String> values = new TreeMap<>();
        given.forEachEntry((name, value) -> {
            String text = value(value, declared);
            if (!text.isEmpty()) {
                values.put(name, text);
            }
        });
        return values;
    }

    /** A value, or the default of the pack's parameter that it refers to, directly or as the first way of a condition. */
    private static String value(JsonNode value, JsonNode declared) {
        if (value.has("Ref")) {
            return Keys.text(declared.path(Keys.text(value, "Ref")), "Default");
        }
        if (value.has("Fn::If")) {
            return value(value.path("Fn::If").path(1), declared);
        }
        if (value.isArray()) {
            return value(value.path(1), declared);
        }
        String text =
                value.isValueNode() && !value.isNull() ? value.asString("").strip() : "";
        return declared.has(text) ? Keys.text(declared.path(text), "Default") : text;
    }
}
