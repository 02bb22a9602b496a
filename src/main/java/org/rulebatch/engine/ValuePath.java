package org.rulebatch.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulebatch.catalog.FieldPath;
import org.rulebatch.lint.Templates;

/** Finds the values at a path of a template or a condition. */
final class ValuePath {

    private final FieldPath path;
    private final List<String> steps;
    private final int firstMany;

    private ValuePath(FieldPath path) {
        this.path = path;
        this.steps = path.steps();
        int each = 0;
        while (each < steps.size() && !FieldPath.isMany(steps.get(each))) {
            each++;
        }
        this.firstMany = each;
    }

    static ValuePath parse(String path) {
        return new ValuePath(FieldPath.parse(path));
    }

    /** The path of a template, {@code {{ path }}}. */
    static ValuePath ofTemplate(String template) {
        return new ValuePath(Templates.path(template));
    }

    static boolean isTemplate(Object value) {
        return Templates.isTemplate(value);
    }

    @Override
    public String toString() {
        return path.toString();
    }

    /** Whether it goes through the elements of a list or the values of a map. */
    boolean isMany() {
        return firstMany < steps.size();
    }

    /** The value before the first list or map that is gone through; null if it is absent. */
    @Nullable
    Object head(Map<String, ?> root) {
        Object value = root;
        for (String step : steps.subList(0, firstMany)) {
            value = member(value, step);
        }
        return value;
    }

    /** The values that it leads to, null for an absent one; none where a list on the way is absent or empty. */
    List<@Nullable Object> all(Map<String, ?> root) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(head(root));
        for (String step : steps.subList(firstMany, steps.size())) {
            List<@Nullable Object> next = new ArrayList<>();
            for (Object value : values) {
                if (!FieldPath.isMany(step)) {
                    next.add(member(value, step));
                } else if (value != null) {
                    next.addAll(parts(value));
                }
            }
            values = next;
        }
        return values;
    }

    /** What a template with this path yields: the value, or the list of the values that are there. */
    @Nullable
    Object value(Map<String, ?> root) {
        Object head = head(root);
        if (!isMany() || head == null || head instanceof Open) {
            return head;
        }
        List<Object> there = new ArrayList<>();
        for (Object value : all(root)) {
            if (value != null) {
                there.add(value);
            }
        }
        return there;
    }

    private static @Nullable Object member(@Nullable Object value, String name) {
        if (value instanceof Open) {
            return value;
        }
        return value instanceof Map<?, ?> map ? map.get(name) : null;
    }

    private static List<?> parts(Object value) {
        if (value instanceof Map<?, ?> map) {
            return List.copyOf(map.values());
        }
        return value instanceof List<?> list ? list : List.of(value);
    }
}
