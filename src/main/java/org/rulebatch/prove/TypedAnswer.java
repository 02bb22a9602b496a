package org.rulebatch.prove;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.catalog.Field;
import org.rulebatch.catalog.FieldType;
import tools.jackson.databind.JsonNode;

/** Turns an answer in a file into the values that the engine is answered: times by the API model, all else as written. */
final class TypedAnswer {

    private final Set<String> times;

    /** @param read {@code kms.describe_key} */
    TypedAnswer(Catalog catalog, String read) {
        int dot = read.indexOf('.');
        this.times = catalog.service(read.substring(0, dot))
                .flatMap(service -> service.operation(read.substring(dot + 1)))
                .map(operation -> operation.fields().stream()
                        .filter(field -> field.type() == FieldType.TIMESTAMP)
                        .map(Field::path)
                        .collect(Collectors.toSet()))
                .orElse(Set.of());
    }

    Map<String, Object> of(JsonNode answer) {
        return members(answer, "");
    }

    private Map<String, Object> members(JsonNode node, String at) {
        Map<String, Object> members = new LinkedHashMap<>();
        node.properties().forEach(member -> {
            String path = at.isEmpty() ? member.getKey() : at + "." + member.getKey();
            members.put(member.getKey(), value(member.getValue(), path));
        });
        return members;
    }

    private Object value(JsonNode node, String at) {
        if (node.isObject()) {
            return members(node, at);
        }
        if (node.isArray()) {
            List<Object> elements = new ArrayList<>();
            node.forEach(each -> elements.add(value(each, at + "[]")));
            return elements;
        }
        if (node.isNumber()) {
            return node.isIntegralNumber() ? (Object) node.longValue() : node.doubleValue();
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        return times.contains(at) ? time(node.asString()) : node.asString();
    }

    private static Object time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            return text;
        }
    }
}
