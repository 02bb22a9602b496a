package org.rulebatch.language.function;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON that stands as text in an answer, such as a policy or a task definition's settings. */
public final class Json {

    /** The longest text that is read, in characters. */
    public static final int MAX_LENGTH = 1 << 20;

    /** How deep arrays and objects may stand in each other. */
    public static final int MAX_DEPTH = 64;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNumberLength(100)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Json() {}

    /**
     * The text's value as maps, lists, texts, numbers (Long where whole and short enough, otherwise Double) and booleans.
     * Null members are left out, as in AWS's answers. An absent or blank text is an empty map.
     */
    public static Maybe<Object> parse(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return Maybe.of(Map.of());
        }
        if (text.length() > MAX_LENGTH) {
            return Maybe.unknown("the text is longer than " + MAX_LENGTH + " characters");
        }
        try {
            Object value = plain(MAPPER.readTree(text));
            return value == null ? Maybe.of(Map.of()) : Maybe.of(value);
        } catch (JacksonException e) {
            return Maybe.unknown("the text is not JSON: " + e.getOriginalMessage());
        }
    }

    private static @Nullable Object plain(JsonNode node) {
        if (node.isNull() || node.isMissingNode()) {
            return null;
        }
        if (node.isObject()) {
            Map<String, Object> map = new LinkedHashMap<>();
            node.properties().forEach(member -> {
                Object value = plain(member.getValue());
                if (value != null) {
                    map.put(member.getKey(), value);
                }
            });
            return map;
        }
        if (node.isArray()) {
            List<Object> list = new ArrayList<>();
            node.forEach(each -> {
                Object value = plain(each);
                if (value != null) {
                    list.add(value);
                }
            });
            return list;
        }
        if (node.isNumber()) {
            return number(node.decimalValue());
        }
        return node.isBoolean() ? (Object) node.asBoolean() : node.asString();
    }

    private static Object number(BigDecimal number) {
        boolean whole = number.signum() == 0
                || number.stripTrailingZeros().scale() <= 0 && number.precision() - number.scale() < 19;
        return whole ? (Object) number.longValue() : (Object) number.doubleValue();
    }
}
