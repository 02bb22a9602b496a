package org.rulebatch.engine.emulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Makes resources on the emulator as a list of calls says: {@code {call: s3.create_bucket, params: {…}, save: bucket}}. A
 * later call uses {@code ${bucket.Location}} of an earlier answer. {@code times: 3} makes it three times, {@code ${n}} being 0
 * to 2.
 */
final class Seed {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}]+)}");

    private final Boto boto;
    private final Map<String, JsonNode> saved = new LinkedHashMap<>();

    Seed(Boto boto) {
        this.boto = boto;
    }

    void make(JsonNode calls) {
        calls.forEach(call -> {
            for (int i = 0; i < call.path("times").asInt(1); i++) {
                saved.put("n", JsonNodeFactory.instance.numberNode(i));
                JsonNode answer = boto.answer(client(call), method(call), params(call.path("params")));
                saved.put(call.path("save").asString("last"), answer);
            }
        });
    }

    static String client(JsonNode call) {
        return call.path("call").asString().split("\\.")[0];
    }

    static String method(JsonNode call) {
        return call.path("call").asString().split("\\.")[1];
    }

    /** Plain values with the references filled in. */
    Object params(JsonNode node) {
        if (node.isArray()) {
            List<Object> list = new ArrayList<>();
            node.forEach(each -> list.add(params(each)));
            return list;
        }
        if (node.isString()) {
            return filled(node.asString());
        }
        if (node.isNumber() || node.isBoolean()) {
            return node;
        }
        Map<String, Object> map = new LinkedHashMap<>();
        node.properties().forEach(entry -> map.put(entry.getKey(), params(entry.getValue())));
        return map;
    }

    private String filled(String text) {
        return REFERENCE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(value(match.group(1))));
    }

    private String value(String reference) {
        String[] steps = reference.split("\\.");
        JsonNode value = saved.get(steps[0]);
        for (int i = 1; value != null && i < steps.length; i++) {
            value = value.isArray() ? value.path(Integer.parseInt(steps[i])) : value.path(steps[i]);
        }
        if (value == null || value.isMissingNode()) {
            throw new IllegalArgumentException("nothing is saved as " + reference);
        }
        return value.asString();
    }
}
