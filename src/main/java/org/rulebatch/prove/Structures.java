package org.rulebatch.prove;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rulebatch.catalog.FieldPath;

/** Puts values into nested maps and lists. */
final class Structures {

    private Structures() {}

    /** Puts a value at a path; through a list, the elements of the value one by one. */
    static void put(Map<String, Object> into, List<String> steps, Object value) {
        String name = steps.get(0);
        List<String> rest = steps.subList(1, steps.size());
        if (rest.isEmpty()) {
            into.merge(name, value, Structures::merged);
        } else if (!FieldPath.isMany(rest.get(0))) {
            put(map(into.computeIfAbsent(name, key -> new LinkedHashMap<>()), into, name), rest, value);
        } else {
            List<?> values = value instanceof List<?> list ? list : List.of(value);
            spread(into, name, rest, values);
        }
    }

    private static void spread(Map<String, Object> into, String name, List<String> rest, List<?> values) {
        boolean list = rest.get(0).equals("[]");
        List<String> below = rest.subList(1, rest.size());
        List<Object> elements = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            if (below.isEmpty()) {
                elements.add(values.get(i));
                continue;
            }
            Map<String, Object> element = new LinkedHashMap<>();
            if (into.get(name) instanceof List<?> known && i < known.size() && known.get(i) instanceof Map<?, ?> map) {
                map.forEach((key, each) -> element.put(key.toString(), each));
            }
            put(element, below, values.get(i));
            elements.add(element);
        }
        if (list) {
            into.put(name, elements);
        } else {
            Map<String, Object> named = new LinkedHashMap<>();
            for (int i = 0; i < elements.size(); i++) {
                named.put("prod-" + (i + 1), elements.get(i));
            }
            into.put(name, named);
        }
    }

    private static Map<String, Object> map(Object value, Map<String, Object> into, String name) {
        Map<String, Object> copy = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, each) -> copy.put(key.toString(), each));
        }
        into.put(name, copy);
        return copy;
    }

    /** Two values for one place: of structures all members, of lists all elements, else the later. */
    static Object merged(Object first, Object second) {
        if (first instanceof Map<?, ?> one && second instanceof Map<?, ?> two) {
            Map<String, Object> both = new LinkedHashMap<>();
            one.forEach((key, value) -> both.put(key.toString(), value));
            two.forEach((key, value) -> both.merge(key.toString(), value, Structures::merged));
            return both;
        }
        if (first instanceof List<?> one && second instanceof List<?> two && !first.equals(second)) {
            List<Object> both = new ArrayList<>(one);
            both.addAll(two);
            return both;
        }
        return second;
    }
}
