package org.rulebatch.catalog.compile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Decides which traits of a model are kept: facts, but no prose and nothing that only a writer needs. */
final class Traits {

    private static final Set<String> DROPPED = Set.of(
            "documentation",
            "documentationUrl",
            "deprecatedMessage",
            "deprecatedSince",
            "examples",
            "pattern",
            "box",
            "synthetic",
            "xmlOrder",
            "idempotent",
            "uid",
            "name");

    private Traits() {}

    /** The traits of an operation, a shape, a reference to one or the service itself. */
    static Map<String, Object> kept(Map<String, Object> traits) {
        Map<String, Object> kept = new LinkedHashMap<>(traits);
        kept.keySet().removeAll(DROPPED);
        return kept;
    }

    /** The tree without text under the key {@code documentation}, at any depth. */
    static Map<String, Object> withoutDocumentation(Map<?, ?> tree) {
        Map<String, Object> kept = new LinkedHashMap<>();
        tree.forEach((key, value) -> {
            if (!("documentation".equals(key) && value instanceof String)) {
                kept.put(key.toString(), withoutDocumentation(value));
            }
        });
        return kept;
    }

    private static Object withoutDocumentation(Object value) {
        if (value instanceof Map<?, ?> map) {
            return withoutDocumentation(map);
        }
        return value instanceof List<?> list
                ? list.stream().map(Traits::withoutDocumentation).toList()
                : value;
    }

    /** Lays the additions over the model: objects are merged, anything else is replaced. */
    static Map<String, Object> merge(Map<?, ?> model, Map<?, ?> additions) {
        Map<String, Object> merged = new LinkedHashMap<>();
        model.forEach((key, value) -> merged.put(key.toString(), value));
        additions.forEach((key, value) -> {
            boolean both = merged.get(key.toString()) instanceof Map && value instanceof Map;
            merged.put(key.toString(), both ? merge(object(merged, key), object(additions, key)) : value);
        });
        return merged;
    }

    private static Map<?, ?> object(Map<?, ?> map, Object key) {
        return map.get(key.toString()) instanceof Map<?, ?> object ? object : Map.of();
    }
}
