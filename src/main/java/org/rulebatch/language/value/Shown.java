package org.rulebatch.language.value;

import java.util.List;
import java.util.Map;

/** Writes a value for people, bounded in length. */
final class Shown {

    private static final int LONGEST = 200;

    private Shown() {}

    static String of(Object value) {
        if (value instanceof String text) {
            return '"' + cut(text) + '"';
        }
        if (value instanceof List<?> list) {
            return list.isEmpty() ? "an empty list" : "a list of " + list.size();
        }
        if (value instanceof Map<?, ?> map) {
            return map.isEmpty() ? "an empty structure" : "a structure with " + map.size() + " members";
        }
        return cut(value.toString());
    }

    /** The text, or its beginning. */
    static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
