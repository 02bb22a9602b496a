package org.rulebatch.engine.aws.wire;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rulebatch.catalog.Facts;
import org.rulebatch.language.function.Timestamps;
import software.amazon.awssdk.core.SdkBytes;

/** Turns plain parameters into what the marshallers take. */
final class InputValues {

    private static final Set<String> ROUTE53_IDS = Set.of("ResourceId", "DelegationSetId", "ChangeId");

    private final WireService service;

    InputValues(WireService service) {
        this.service = service;
    }

    /**
     * The operation's input.
     *
     * @throws IllegalArgumentException if a parameter is unknown or does not have the member's type
     */
    GenericRequest request(WireOperation operation, Map<String, Object> params) {
        Structure input = operation.emptyInput();
        fill(input, operation.input(), params);
        return new GenericRequest(input);
    }

    private void fill(Structure structure, Facts shape, Map<?, ?> values) {
        Facts members = shape.at("members");
        values.forEach((key, value) -> {
            String member = key.toString();
            if (!members.has(member)) {
                throw new IllegalArgumentException("there is no parameter " + member);
            }
            structure.members().put(member, value(member, members.at(member).text("shape"), value));
        });
    }

    private Object value(String member, String shapeName, Object value) {
        Facts shape = service.shape(shapeName);
        return switch (shape.text("type")) {
            case "structure" -> structure(member, shapeName, shape, value);
            case "list" -> list(member, shape, value);
            case "map" -> map(member, shape, value);
            case "integer" -> number(member, value).intValueExact();
            case "long" -> number(member, value).longValueExact();
            case "float" -> number(member, value).floatValue();
            case "double" -> number(member, value).doubleValue();
            case "boolean" -> Boolean.valueOf(value.toString());
            case "timestamp" -> Timestamps.parse(value.toString());
            case "blob" -> SdkBytes.fromString(value.toString(), StandardCharsets.UTF_8);
            default -> named(shapeName, text(member, value));
        };
    }

    private Object structure(String member, String shapeName, Facts shape, Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw mismatch(member, "an object", value);
        }
        Structure structure = service.requests().structure(shapeName);
        fill(structure, shape, map);
        return structure;
    }

    private Object list(String member, Facts shape, Object value) {
        String element = shape.at("member").text("shape");
        List<?> list = value instanceof List<?> many ? many : List.of(value);
        return list.stream().map(each -> value(member, element, each)).toList();
    }

    private Object map(String member, Facts shape, Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw mismatch(member, "an object", value);
        }
        Map<String, Object> values = new LinkedHashMap<>();
        String element = shape.at("value").text("shape");
        map.forEach((key, each) -> values.put(key.toString(), value(member, element, each)));
        return values;
    }

    /** Route 53 answers ids as {@code /hostedzone/Z1} and takes {@code Z1} in its paths. */
    private String named(String shapeName, String text) {
        boolean id = service.client().equals("route53") && ROUTE53_IDS.contains(shapeName);
        return id ? text.substring(text.lastIndexOf('/') + 1) : text;
    }

    private static String text(String member, Object value) {
        if (value instanceof Map || value instanceof List) {
            throw mismatch(member, "a text", value);
        }
        return value.toString();
    }

    private static BigDecimal number(String member, Object value) {
        try {
            return new BigDecimal(value.toString());
        } catch (NumberFormatException e) {
            throw mismatch(member, "a number", value);
        }
    }

    private static IllegalArgumentException mismatch(String member, String wanted, Object value) {
        return new IllegalArgumentException("the parameter " + member + " takes " + wanted + ", not " + value);
    }
}
