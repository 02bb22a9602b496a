package org.rulebatch.generate.llm.chat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.rulebatch.generate.CheckTrial;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON schemas of replies, in the subset that strict structured output takes: all members required, no others. */
public final class ReplySchema {

    public static final String NAME = "reply";

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private ReplySchema() {}

    /** The schema of a check. */
    static String of(Lookups lookups) {
        ObjectNode properties = MAPPER.createObjectNode();
        if (lookups == Lookups.FIELD) {
            ObjectNode ask = MAPPER.createObjectNode();
            ask.set("tool", oneOf(List.of(Lookup.SEARCH, Lookup.OPERATION)));
            ask.set("text", type("string"));
            properties.set("ask", anyOf(object(ask), type("null")));
        }
        ObjectNode part = MAPPER.createObjectNode();
        part.set("text", type("string"));
        part.set("by", oneOf(words(Written.By.values())));
        part.set("piece", type("string"));
        properties.set("parts", array(object(part)));
        properties.set("outcome", oneOf(words(Written.Outcome.values())));
        properties.set("for_each", array(type("string")));
        properties.set("where", orNull());
        ObjectNode with = MAPPER.createObjectNode();
        with.set("name", type("string"));
        with.set("reads", array(type("string")));
        properties.set("with", array(object(with)));
        ObjectNode parameter = MAPPER.createObjectNode();
        parameter.set("name", type("string"));
        parameter.set("value", value());
        properties.set("parameters", array(object(parameter)));
        properties.set("complies", orNull());
        properties.set("reservation", orNull());
        properties.set("basis", orNull());
        properties.set("cause", anyOf(oneOf(Undecidable.CAUSES), type("null")));
        properties.set("reason", type("string"));
        properties.set("confidence", type("number"));
        return object(properties).toString();
    }

    /** The schema of a second opinion. */
    static String ofOpinion() {
        ObjectNode answer = MAPPER.createObjectNode();
        answer.set("example", type("integer"));
        answer.set("why", type("string"));
        answer.set("verdict", oneOf(words(CheckTrial.Judgement.values())));
        ObjectNode properties = MAPPER.createObjectNode();
        properties.set("answers", array(object(answer)));
        return object(properties).toString();
    }

    /** A schema as the prompt states it, for servers that hold no model to one. */
    public static String inWords(String schema) {
        return "Answer with one JSON object and nothing else. It follows this JSON schema:\n" + schema + "\n";
    }

    private static List<String> words(Enum<?>[] values) {
        return Arrays.stream(values)
                .map(Enum::name)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
    }

    private static ObjectNode value() {
        return anyOf(type("string"), type("number"), type("boolean"), array(type("string")), array(type("number")));
    }

    private static ObjectNode orNull() {
        return anyOf(type("string"), type("null"));
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
