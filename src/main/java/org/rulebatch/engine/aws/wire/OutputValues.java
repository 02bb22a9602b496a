package org.rulebatch.engine.aws.wire;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulebatch.catalog.Facts;
import org.rulebatch.language.function.Timestamps;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.document.Document;

/** Turns an unmarshalled answer into plain values, by the shapes of the model. */
final class OutputValues {

    private final WireService service;

    OutputValues(WireService service) {
        this.service = service;
    }

    /** The members of a structure that the answer has, in model order. */
    Map<String, Object> structure(String shapeName, Map<String, Object> values) {
        Map<String, Object> plain = new LinkedHashMap<>();
        Facts members = service.shape(shapeName).at("members");
        for (String member : members.keys()) {
            Object value = values.get(member);
            Object converted = value == null ? null : value(members.at(member).text("shape"), value);
            if (converted != null) {
                plain.put(member, converted);
            }
        }
        return plain;
    }

    private @Nullable Object value(String shapeName, Object value) {
        if (value instanceof Members members) {
            return structure(shapeName, members.members());
        }
        Facts shape = service.shape(shapeName);
        if (value instanceof List<?> list) {
            return list(shape.at("member").text("shape"), list);
        }
        if (value instanceof Map<?, ?> map) {
            return map(shape.at("value").text("shape"), map);
        }
        if (value instanceof SdkBytes bytes) {
            return Base64.getEncoder().encodeToString(bytes.asByteArray());
        }
        if (value instanceof Document document) {
            return Documents.plain(document);
        }
        return scalar(shapeName, shape, value);
    }

    private Object scalar(String shapeName, Facts shape, Object value) {
        if (shape.text("type").equals("timestamp")) {
            return Timestamps.parse(value.toString());
        }
        if (value instanceof Float number) {
            return Double.valueOf(number.toString()); // 0.05 stays 0.05
        }
        // IAM answers policies as URL-encoded text, as its API reference says at each of them.
        boolean encoded = service.client().equals("iam") && shapeName.equals("policyDocumentType");
        return encoded ? URLDecoder.decode(value.toString(), StandardCharsets.UTF_8) : value;
    }

    private List<Object> list(String element, List<?> values) {
        List<Object> plain = new ArrayList<>();
        for (Object each : values) {
            Object value = each == null ? null : value(element, each);
            if (value != null) {
                plain.add(value);
            }
        }
        return plain;
    }

    private Map<String, Object> map(String element, Map<?, ?> values) {
        Map<String, Object> plain = new LinkedHashMap<>();
        values.forEach((key, each) -> {
            Object value = each == null ? null : value(element, each);
            if (value != null) {
                plain.put(key.toString(), value);
            }
        });
        return plain;
    }
}
