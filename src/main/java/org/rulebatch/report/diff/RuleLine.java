package org.rulebatch.report.diff;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What a run says of a rule, in a line: all that decides it, and nothing else. */
final class RuleLine {

    private RuleLine() {}

    static String of(JsonNode rule) {
        String decision = rule.path("decision").asString("");
        if (!decision.equals("automated")) {
            return decision;
        }
        List<String> parts = new ArrayList<>();
        JsonNode requirement = rule.path("ai_generated_requirements");
        for (JsonNode field : requirement.path("fields")) {
            JsonNode own = field.path("validated_function");
            parts.add(field(field, own.isMissingNode() ? rule.path("validated_function") : own));
        }
        return decision + ": "
                + String.join(requirement.path("condition_logic").asString("").equals("any") ? " or " : " and ", parts);
    }

    private static String field(JsonNode field, JsonNode function) {
        List<String> parts = new ArrayList<>();
        parts.add(function.path("client").asString("") + "."
                + function.path("python_method").asString(""));
        for (String key :
                List.of("boto3_python_field", "quantifier", "operator", "boto3_python_field_expected_values")) {
            JsonNode value = field.path(key);
            if (!value.isMissingNode() && !value.isNull()) {
                parts.add(value.isString() ? value.asString() : value.toString());
            }
        }
        for (String key : List.of("where", "map_key", "absent", "params", "bind", "items")) {
            if (field.has(key)) {
                parts.add(key + " " + field.path(key));
            }
        }
        return String.join(" ", parts);
    }
}
