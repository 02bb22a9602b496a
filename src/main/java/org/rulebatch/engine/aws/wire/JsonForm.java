package org.rulebatch.engine.aws.wire;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * One JSON object, empty or with at least one of the operation's members: what the service has nothing to say about is left
 * out, but an object with other keys alone is somebody else's.
 *
 * @param members names on the wire; none if any object will do
 * @param expected what the body is instead, for people
 */
record JsonForm(Set<String> members, String expected) implements BodyForm {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    @Override
    public void require(Body body) {
        body.requireWhole(expected);
        Map<String, String> keys = keys(body);
        if (members.isEmpty() || keys.isEmpty() || !Collections.disjoint(keys.keySet(), members)) {
            return;
        }
        String code = first(keys, "__type", "code", "Code", "Error");
        if (!code.isEmpty()) {
            throw body.error(code.substring(code.indexOf('#') + 1), first(keys, "message", "Message"));
        }
        throw body.unread("an object that has none of its members", expected);
    }

    /** The keys of the object, with the value of those that hold a text. */
    private Map<String, String> keys(Body body) {
        Map<String, String> keys = new LinkedHashMap<>();
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), body.bytes())) {
            JsonToken first = parser.nextToken();
            if (first != JsonToken.START_OBJECT) {
                throw body.unread(kind(body, first), expected);
            }
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String key = parser.currentName();
                JsonToken value = parser.nextToken();
                keys.put(key, value == JsonToken.VALUE_STRING ? parser.getString() : "");
                parser.skipChildren();
            }
            if (parser.nextToken() != null) {
                throw body.unread("more than one JSON value", expected);
            }
            return keys;
        } catch (JacksonException e) {
            String kind = body.kind();
            throw body.unread(kind.equals("JSON") ? "JSON that is cut off or broken" : kind, expected);
        }
    }

    private static String kind(Body body, @Nullable JsonToken first) {
        if (first == null) {
            return "no body";
        }
        return switch (first) {
            case START_ARRAY -> "a JSON list";
            case VALUE_NULL -> "null";
            default -> body.isHtml() ? body.kind() : "a JSON value that is not an object";
        };
    }

    private static String first(Map<String, String> keys, String... names) {
        for (String name : names) {
            String value = keys.getOrDefault(name, "");
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }
}
