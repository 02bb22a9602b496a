package org.rulebatch.engine.scan;

import java.util.LinkedHashMap;
import java.util.Map;

/** Makes JSON objects whose keys keep their order, so that the same verdicts give the same bytes. */
final class JsonObject {

    private JsonObject() {}

    static Map<String, Object> of(String key, Object value) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put(key, value);
        return object;
    }

    static Map<String, Object> of(String key, Object value, String other, Object otherValue) {
        Map<String, Object> object = of(key, value);
        object.put(other, otherValue);
        return object;
    }
}
