package org.rulebatch.imports.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Takes texts out of JSON that may hold anything. */
final class Keys {

    private Keys() {}

    /** Empty where the key is missing or holds no text. */
    static String text(JsonNode node, String key) {
        JsonNode value = node.path(key);
        return value.isValueNode() && !value.isNull() ? value.asString().strip() : "";
    }

    static List<String> texts(JsonNode node, String key) {
        List<String> texts = new ArrayList<>();
        node.path(key).forEach(each -> {
            if (each.isString() && !each.asString().isBlank()) {
                texts.add(each.asString().strip());
            }
        });
        return texts;
    }

    /** Tells the log of every key that says something and is not among those that are used. */
    static void drop(JsonNode node, String prefix, Set<String> used, ImportLog log) {
        node.properties().stream()
                .filter(each -> !used.contains(each.getKey()) && !isEmpty(each.getValue()))
                .forEach(each -> log.dropped(prefix + each.getKey()));
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isNull()
                || value.isContainer() && value.valueStream().allMatch(Keys::isEmpty)
                || value.isString() && value.asString().isBlank();
    }
}
