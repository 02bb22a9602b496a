package org.rulebatch.engine.emulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Brings answers of this client and of boto3 to one form, in which equal answers are equal. */
final class Plain {

    private static final JsonMapper JSON = new JsonMapper();

    private Plain() {}

    /** The first place where two plain values differ. */
    static String difference(String path, @Nullable Object left, @Nullable Object right) {
        if (left instanceof Map<?, ?> a && right instanceof Map<?, ?> b) {
            Set<Object> keys = new LinkedHashSet<>(a.keySet());
            keys.addAll(b.keySet());
            for (Object key : keys) {
                if (!Objects.equals(a.get(key), b.get(key))) {
                    return difference(path + "." + key, a.get(key), b.get(key));
                }
            }
        }
        if (left instanceof List<?> a && right instanceof List<?> b && a.size() == b.size()) {
            for (int i = 0; i < a.size(); i++) {
                if (!a.get(i).equals(b.get(i))) {
                    return difference(path + "[" + i + "]", a.get(i), b.get(i));
                }
            }
        }
        return path + ": ours " + shortened(left) + ", boto3 " + shortened(right);
    }

    private static String shortened(@Nullable Object value) {
        String text = String.valueOf(value);
        return text.length() < 300 ? text : text.substring(0, 300) + "…";
    }

    static Object ours(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> plain = new LinkedHashMap<>();
            map.forEach((key, each) -> plain.put(key.toString(), ours(each)));
            return plain;
        }
        if (value instanceof List<?> list) {
            List<Object> plain = new ArrayList<>();
            list.forEach(each -> plain.add(ours(each)));
            return plain;
        }
        if (value instanceof Instant time) {
            return "time " + time.toEpochMilli();
        }
        return value instanceof Number number ? number(number) : text(value.toString());
    }

    static Object theirs(JsonNode node) {
        if (node.isObject() && node.size() == 1 && node.has("time")) {
            return "time " + node.path("time").asLong();
        }
        if (node.isObject()) {
            Map<String, Object> plain = new LinkedHashMap<>();
            node.properties().forEach(entry -> plain.put(entry.getKey(), theirs(entry.getValue())));
            return plain;
        }
        if (node.isArray()) {
            List<Object> plain = new ArrayList<>();
            node.forEach(each -> plain.add(theirs(each)));
            return plain;
        }
        return node.isNumber() ? number(node.numberValue()) : text(node.asString());
    }

    private static Object number(Number number) {
        return "number " + number.doubleValue();
    }

    /** boto3 parses some texts that hold JSON; here they stay text. */
    private static Object text(String text) {
        if (text.startsWith("{")) {
            try {
                JsonNode node = JSON.readTree(text);
                return theirs(node);
            } catch (JacksonException e) {
                return text;
            }
        }
        return text;
    }
}
