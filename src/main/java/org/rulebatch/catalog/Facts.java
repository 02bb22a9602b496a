package org.rulebatch.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A read-only view of one JSON object of a model, under botocore's own key names.
 *
 * @param values strings, booleans, numbers, lists and maps of these, in model order; must not be changed
 */
public record Facts(Map<String, Object> values) {

    static final Facts NONE = new Facts(Map.of());

    /** The keys, in model order. */
    public Set<String> keys() {
        return values.keySet();
    }

    public boolean has(String key) {
        return values.containsKey(key);
    }

    /** The text under the key; empty text if there is none. */
    public String text(String key) {
        return find(key).orElse("");
    }

    public Optional<String> find(String key) {
        return Optional.ofNullable(values.get(key)).map(Object::toString);
    }

    /** True only for a boolean true under the key. */
    public boolean flag(String key) {
        return Boolean.TRUE.equals(values.get(key));
    }

    /** The object under the key; an empty one if there is none. */
    public Facts at(String key) {
        return values.get(key) instanceof Map<?, ?> map ? new Facts(typed(map)) : NONE;
    }

    /** The objects of the list under the key. */
    public List<Facts> list(String key) {
        if (!(values.get(key) instanceof List<?> list)) {
            return List.of();
        }
        return list.stream()
                .filter(Map.class::isInstance)
                .map(item -> new Facts(typed((Map<?, ?>) item)))
                .toList();
    }

    /** The texts under the key, where one text stands for a list of one. */
    public List<String> texts(String key) {
        Object value = values.get(key);
        if (value instanceof List<?> list) {
            return list.stream().map(Object::toString).toList();
        }
        return value == null ? List.of() : List.of(value.toString());
    }

    @SuppressWarnings("unchecked") // JSON objects have text keys and no null values here
    private static Map<String, Object> typed(Map<?, ?> map) {
        return (Map<String, Object>) map;
    }
}
