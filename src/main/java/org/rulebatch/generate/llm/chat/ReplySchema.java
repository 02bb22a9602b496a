package org.rulebatch.generate.llm.chat;

import java.util.Arrays;
import java.util.List;
import org.rulebatch.requirement.Operator;
import org.rulebatch.requirement.Quantifier;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON schema of a reply, in the subset that strict structured output takes: all members required, no others. */
public final class ReplySchema {

    public static final String NAME = "decision";

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private ReplySchema() {}

    /** @param ids of the candidates; any text where there are none */
    static String of(List<String> ids, Lookups lookups) {
        ObjectNode properties = MAPPER.createObjectNode();
        properties.set("rationale", type("string"));
        if (lookups == Lookups.FIELD) {
            properties.set("ask", anyOf(ask(), type("null")));
        }
        properties.set("decidable", type("boolean"));
        properties.set("conditions", array(condition(ids)));
        properties.set("logic", oneOf(List.of("single", "all", "any")));
        properties.set("confidence", type("number"));
        ObjectNode schema = object(properties);
        ObjectNode shared = schema.putObject("$defs");
        shared.set("operator", operators());
        shared.set("value", value());
        return schema.toString();
    }

    /** A schema as the prompt states it, for servers that hold no model to one. */
    public static String inWords(String schema) {
        return "Answer with one JSON object and nothing else. It follows this JSON schema, where a candidate is one of the"
                + " ids above:\n" + schema + "\n";
    }

    private static ObjectNode condition(List<String> ids) {
        ObjectNode properties = MAPPER.createObjectNode();
        properties.set("candidate", ids.isEmpty() ? type("string") : oneOf(ids));
        properties.set("operator", shared("operator"));
        properties.set("value", shared("value"));
        List<String> quantifiers =
                Arrays.stream(Quantifier.values()).map(Quantifier::wireName).toList();
        properties.set("quantifier", anyOf(oneOf(quantifiers), type("null")));
        ObjectNode filter = MAPPER.createObjectNode();
        filter.set("field", type("string"));
        filter.set("operator", shared("operator"));
        filter.set("value", shared("value"));
        properties.set("where", array(object(filter)));
        return object(properties);
    }

    private static ObjectNode ask() {
        ObjectNode properties = MAPPER.createObjectNode();
        properties.set("tool", oneOf(List.of(Lookup.SEARCH, Lookup.OPERATION)));
        properties.set("text", type("string"));
        return object(properties);
    }

    private static ObjectNode shared(String name) {
        return MAPPER.createObjectNode().put("$ref", "#/$defs/" + name);
    }

    private static ObjectNode operators() {
        return oneOf(Arrays.stream(Operator.values()).map(Operator::wireName).toList());
    }

    private static ObjectNode value() {
        return anyOf(type("string"), type("number"), type("boolean"), array(type("string")), type("null"));
    }

    private static ObjectNode type(String name) {
        return MAPPER.createObjectNode().put("type", name);
    }

    private static ObjectNode oneOf(List<String> values) {
        ObjectNode schema = type("string");
        ArrayNode members = schema.putArray("enum");
        values.forEach(members::add);
        return schema;
    }

    private static ObjectNode array(ObjectNode items) {
        ObjectNode schema = type("array");
        schema.set("items", items);
        return schema;
    }

    private static ObjectNode anyOf(ObjectNode... schemas) {
        ObjectNode schema = MAPPER.createObjectNode();
        schema.putArray("anyOf").addAll(List.of(schemas));
        return schema;
    }

    private static ObjectNode object(ObjectNode properties) {
        ObjectNode schema = type("object");
        ArrayNode required = MAPPER.createArrayNode();
        properties.propertyNames().forEach(required::add);
        schema.set("properties", properties);
        schema.set("required", required);
        schema.put("additionalProperties", false);
        return schema;
    }
}
