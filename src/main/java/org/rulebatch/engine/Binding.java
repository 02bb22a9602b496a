package org.rulebatch.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rulebatch.ruleyaml.Discovery;

/**
 * A call's parameters for one item of the parent.
 *
 * @param open why the call cannot be made; null if it can
 */
record Binding(Map<String, Object> params, @Nullable Open open) {

    static Binding of(Discovery discovery, Map<String, Object> item) {
        Map<String, Object> scope = Map.of("item", item);
        Map<String, Object> params = new LinkedHashMap<>();
        for (Map.Entry<String, Object> param : discovery.params().entrySet()) {
            Object value = filled(param.getValue(), scope);
            if (value instanceof Open open) {
                return new Binding(Map.of(), open);
            }
            if (value == null) {
                return new Binding(Map.of(), nothing(discovery, param.getKey()));
            }
            params.put(param.getKey(), value);
        }
        return new Binding(params, null);
    }

    private static Open nothing(Discovery discovery, String param) {
        String operation = discovery.client() + "." + discovery.action();
        String reason = "there is nothing to ask " + operation + " about: the resource has no value for " + param;
        return new Open(discovery.id(), operation, Optional.empty(), reason);
    }

    private static @Nullable Object filled(Object value, Map<String, Object> scope) {
        if (ValuePath.isTemplate(value)) {
            return ValuePath.ofTemplate(value.toString()).value(scope);
        }
        if (value instanceof List<?> list) {
            return list(list, scope);
        }
        return value instanceof Map<?, ?> map ? map(map, scope) : value;
    }

    private static @Nullable Object list(List<?> list, Map<String, Object> scope) {
        List<Object> filled = new ArrayList<>();
        for (Object each : list) {
            Object value = filled(each, scope);
            if (value == null || value instanceof Open) {
                return value;
            }
            if (ValuePath.isTemplate(each) && value instanceof List<?> many) {
                filled.addAll(many);
            } else {
                filled.add(value);
            }
        }
        return filled;
    }

    private static @Nullable Object map(Map<?, ?> map, Map<String, Object> scope) {
        Map<String, Object> filled = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            Object value = filled(entry.getValue(), scope);
            if (value == null || value instanceof Open) {
                return value;
            }
            filled.put(entry.getKey().toString(), value);
        }
        return filled;
    }
}
