package org.rulebatch.ruleyaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes templates: one path between braces, which keeps the value's type. */
final class Template {

    /** Stands in a structured literal where the value goes that another read supplies. */
    private static final String SUPPLIED = "{{ }}";

    private Template() {}

    static String of(String path) {
        return "{{ " + path + " }}";
    }

    /** The emitted value of the item at hand. */
    static String item(String key) {
        return of("item." + key);
    }

    /** A literal with a template in the places that are left for it. */
    static Object fill(Object literal, String template) {
        if (literal instanceof List<?> list) {
            return list.stream().map(each -> fill(each, template)).toList();
        }
        if (literal instanceof Map<?, ?> map) {
            Map<String, Object> filled = new LinkedHashMap<>();
            map.forEach((key, each) -> filled.put(key.toString(), fill(each, template)));
            return filled;
        }
        return literal.equals(SUPPLIED) ? template : literal;
    }

    /** A path below a name, with or without a dot between. */
    static String below(String name, String path) {
        return of(path.isEmpty() || path.startsWith("[") ? name + path : name + "." + path);
    }
}
