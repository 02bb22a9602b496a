package org.rulebatch.report;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One condition of a run's success; {@code actual} says in a few words what was found. */
public record Criterion(String name, boolean met, String actual) {

    Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("name", name);
        json.put("met", met);
        json.put("actual", actual);
        return json;
    }
}
