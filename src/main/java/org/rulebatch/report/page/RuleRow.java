package org.rulebatch.report.page;

import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** One rule as a row of the table; the order of the cells is that of {@code data.js}. */
final class RuleRow {

    private static final List<String> GRAVITY = List.of("", "note", "warning", "error");

    private RuleRow() {}

    static void write(JsonGenerator json, JsonNode rule, Tests tests) {
        JsonNode fields = rule.path("ai_generated_requirements").path("fields");
        JsonNode first = fields.path(0);
        JsonNode function = rule.path("validated_function");
        json.writeStartArray();
        json.writeString(rule.path("rule_id").asString(""));
        json.writeString(rule.path("title").asString(""));
        json.writeNumber(tests.decided(rule).ordinal());
        json.writeString(operation(function));
        json.writeString(first.path("boto3_python_field").asString(""));
        json.writeString(first.path("operator").asString(""));
        value(json, first.path("boto3_python_field_expected_values"));
        json.writeNumber(Math.max(0, fields.size() - 1));
        json.writeNumber(rule.path("confidence").asDouble(0));
        json.writeNumber(gravity(rule.path("findings"), tests.errors(rule)));
        json.writeNumber(rule.path("findings").size() + tests.errors(rule).size());
        json.writeString(rule.path("provenance").path("generator").asString(""));
        json.writeString(rule.path("severity").asString(""));
        json.writeEndArray();
    }

    static void writeInvalid(JsonGenerator json, JsonNode rule) {
        json.writeStartArray();
        json.writeString(rule.path("rule_id").asString(""));
        json.writeString(rule.path("reason").asString(""));
        json.writeNumber(Decided.INVALID.ordinal());
        for (int i = 0; i < 3; i++) {
            json.writeString("");
        }
        json.writeNull();
        json.writeNumber(0);
        json.writeNumber(0);
        json.writeNumber(GRAVITY.indexOf("error"));
        json.writeNumber(1);
        json.writeString("");
        json.writeString("");
        json.writeEndArray();
    }

    private static String operation(JsonNode function) {
        String method = function.path("python_method").asString("");
        return method.isEmpty() ? "" : function.path("client").asString("") + "." + method;
    }

    private static void value(JsonGenerator json, JsonNode value) {
        if (value.isMissingNode()) {
            json.writeNull();
        } else {
            json.writePOJO(value);
        }
    }

    private static int gravity(JsonNode findings, List<JsonNode> errors) {
        int gravest = errors.isEmpty() ? 0 : GRAVITY.indexOf("error");
        for (JsonNode finding : findings) {
            gravest = Math.max(gravest, GRAVITY.indexOf(finding.path("severity").asString("")));
        }
        return gravest;
    }
}
