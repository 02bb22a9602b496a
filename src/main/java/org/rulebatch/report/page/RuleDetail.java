package org.rulebatch.report.page;

import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** What the page shows of a rule when it is opened. Keys are those of {@code all_validated_requirements.json}. */
final class RuleDetail {

    private static final List<String> COPIED = List.of("requirement", "description", "findings", "provenance");

    private RuleDetail() {}

    static void writeDiscoveries(JsonGenerator json, RuleBlocks blocks) {
        json.writeObjectPropertyStart("discoveries");
        blocks.discoveries().forEach((id, block) -> {
            json.writeArrayPropertyStart(id);
            json.writeString(block.parent());
            json.writeString(block.text());
            json.writeEndArray();
        });
        json.writeEndObject();
    }

    static void write(JsonGenerator json, JsonNode rule, RuleBlocks blocks, Tests tests) {
        json.writeStartObject();
        for (String key : COPIED) {
            copy(json, key, rule.path(key));
        }
        candidates(json, rule.path("candidates"));
        String demoted = tests.demoted(rule);
        copy(json, "reason", rule.path("reason"), demoted);
        JsonNode requirement = rule.path("ai_generated_requirements");
        fields(json, requirement.path("fields"), rule.path("field_validation"));
        copy(json, "logic", requirement.path("condition_logic"));
        RuleBlocks.Block check = blocks.checks().get(rule.path("rule_id").asString(""));
        if (check != null && demoted.isEmpty()) {
            json.writeStringProperty("for_each", check.parent());
            json.writeStringProperty("check", check.text());
        }
        List<JsonNode> errors = tests.errors(rule);
        if (!errors.isEmpty()) {
            json.writePOJOProperty("errors", errors);
        }
        json.writeEndObject();
    }

    static void writeInvalid(JsonGenerator json, JsonNode rule) {
        json.writeStartObject();
        json.writeStringProperty("reason", rule.path("reason").asString(""));
        json.writeStringProperty(
                "place",
                rule.path("file").asString("") + ":" + rule.path("line").asInt(1));
        json.writeEndObject();
    }

    /** The conditions, each with what the API models know of its field: the values of its enum, or its type. */
    private static void fields(JsonGenerator json, JsonNode fields, JsonNode validation) {
        if (fields.isEmpty()) {
            return;
        }
        json.writeArrayPropertyStart("fields");
        for (JsonNode field : fields) {
            json.writeStartObject();
            field.properties().forEach(each -> json.writePOJOProperty(each.getKey(), each.getValue()));
            JsonNode known = validation.path(field.path("boto3_python_field").asString(""));
            String values = known.path("allowed_values")
                    .valueStream()
                    .map(value -> value.asString(""))
                    .collect(Collectors.joining(", "));
            json.writeStringProperty(
                    "known", values.isEmpty() ? known.path("type").asString("") : values);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** The best candidates, a list each without keys, for they are most of the page: the order is that of {@code detail.js}. */
    private static void candidates(JsonGenerator json, JsonNode candidates) {
        json.writeArrayPropertyStart("candidates");
        for (JsonNode candidate : candidates) {
            json.writeStartArray();
            json.writePOJO(candidate.path("score"));
            json.writeString(candidate.path("client").asString("") + "."
                    + candidate.path("python_method").asString(""));
            json.writeString(candidate.path("boto3_python_field").asString(""));
            json.writeString(candidate.path("operator").asString(""));
            json.writePOJO(candidate.path("boto3_python_field_expected_values"));
            json.writeString(candidate.path("source").asString(""));
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private static void copy(JsonGenerator json, String key, JsonNode value) {
        boolean empty = value.isMissingNode() || value.isNull() || value.isContainer() && value.isEmpty();
        if (!empty) {
            json.writePOJOProperty(key, value);
        }
    }

    private static void copy(JsonGenerator json, String key, JsonNode value, String instead) {
        if (instead.isEmpty()) {
            copy(json, key, value);
        } else {
            json.writeStringProperty(key, instead);
        }
    }
}
