package org.rulebatch.generate.llm.http;

import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON of servers, some of which write {@code NaN} where they count. */
final class ServerJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private ServerJson() {}

    /** The body as JSON; missing if it is none. */
    static JsonNode read(String body) {
        try {
            JsonNode root = MAPPER.readTree(body);
            return root == null ? MAPPER.missingNode() : root;
        } catch (JacksonException e) {
            return MAPPER.missingNode();
        }
    }
}
