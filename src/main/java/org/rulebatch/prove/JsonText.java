package org.rulebatch.prove;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes values as the JSON text that an answer holds. */
final class JsonText {

    private static final JsonMapper MAPPER = new JsonMapper();

    private JsonText() {}

    /** @param value maps, lists, text, numbers and booleans; null for a document without members */
    static String of(@Nullable Object value) {
        return MAPPER.writeValueAsString(value == null ? Map.of() : value);
    }
}
