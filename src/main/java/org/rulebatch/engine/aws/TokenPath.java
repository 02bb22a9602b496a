package org.rulebatch.engine.aws;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds a paging token in a page. Of JMESPath, the models use member paths, the last element ({@code Jobs[-1].JobId}) and
 * a second choice ({@code NextMarker || Contents[-1].Key}).
 */
final class TokenPath {

    private TokenPath() {}

    static @Nullable Object find(String expression, Map<String, Object> page) {
        for (String choice : expression.split("\\|\\|")) {
            Object value = page;
            for (String step : choice.strip().split("\\.")) {
                value = step(value, step);
            }
            if (value != null && !value.equals("")) {
                return value;
            }
        }
        return null;
    }

    private static @Nullable Object step(@Nullable Object value, String step) {
        boolean last = step.endsWith("[-1]");
        String member = last ? step.substring(0, step.length() - "[-1]".length()) : step;
        Object found = value instanceof Map<?, ?> map ? map.get(member) : null;
        if (!last) {
            return found;
        }
        return found instanceof List<?> list && !list.isEmpty() ? list.get(list.size() - 1) : null;
    }
}
