package org.rulebatch.language;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;

/** Says in words what the type checker calls types. */
final class TypeNames {

    private TypeNames() {}

    static String plain(String type) {
        if (type.startsWith("list(")) {
            return "a list of " + many(inner(type));
        }
        if (type.startsWith("map(")) {
            return "a map of " + many(split(inner(type)).get(1));
        }
        return switch (type) {
            case "string" -> "text";
            case "int" -> "a whole number";
            case "double" -> "a number with a fraction";
            case "bool" -> "true or false";
            case "dyn" -> "a value of any type";
            case "timestamp", "google.protobuf.Timestamp" -> "a point in time";
            case "duration", "google.protobuf.Duration" -> "a duration";
            default -> type.startsWith("scope.") ? type.substring("scope.".length()) : "the structure " + type;
        };
    }

    private static String many(String type) {
        return switch (type) {
            case "int" -> "whole numbers";
            case "double" -> "numbers with a fraction";
            case "bool" -> "flags";
            case "dyn" -> "values of any type";
            case "timestamp", "google.protobuf.Timestamp" -> "points in time";
            case "duration", "google.protobuf.Duration" -> "durations";
            default ->
                type.startsWith("list(") || type.startsWith("map(") || type.equals("string") ? plain(type) : type;
        };
    }

    static String plain(List<String> types) {
        return types.stream().map(TypeNames::plain).collect(joining(" and "));
    }

    private static String inner(String type) {
        return type.substring(type.indexOf('(') + 1, type.length() - 1);
    }

    /** The parts between commas that are in no brackets. */
    static List<String> split(String types) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < types.length(); i++) {
            char c = types.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ',' && depth == 0) {
                parts.add(types.substring(start, i).strip());
                start = i + 1;
            }
        }
        String last = types.substring(start).strip();
        if (!last.isEmpty()) {
            parts.add(last);
        }
        return parts;
    }
}
