package org.rulebatch.engine.aws.wire;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.document.Document;

/** Turns the SDK's free JSON into plain values. */
final class Documents {

    private Documents() {}

    static @Nullable Object plain(Document document) {
        if (document.isNull()) {
            return null;
        }
        if (document.isBoolean()) {
            return document.asBoolean();
        }
        if (document.isNumber()) {
            return number(new BigDecimal(document.asNumber().stringValue()));
        }
        if (document.isList()) {
            List<Object> list = new ArrayList<>();
            document.asList().forEach(each -> {
                Object value = plain(each);
                if (value != null) {
                    list.add(value);
                }
            });
            return list;
        }
        if (document.isMap()) {
            Map<String, Object> map = new LinkedHashMap<>();
            document.asMap().forEach((key, each) -> {
                Object value = plain(each);
                if (value != null) {
                    map.put(key, value);
                }
            });
            return map;
        }
        return document.asString();
    }

    private static Object number(BigDecimal number) {
        boolean whole = number.stripTrailingZeros().scale() <= 0 && number.precision() - number.scale() < 19;
        return whole ? (Object) number.longValue() : (Object) number.doubleValue();
    }
}
