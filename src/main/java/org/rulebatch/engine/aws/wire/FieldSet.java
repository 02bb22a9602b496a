package org.rulebatch.engine.aws.wire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkField;

/** The SDK's fields of one shape. Made when first asked for, since shapes may contain themselves. */
final class FieldSet {

    private final Supplier<List<SdkField<?>>> maker;
    private volatile Map<String, SdkField<?>> byName = Map.of();
    private volatile List<SdkField<?>> list = List.of();
    private volatile boolean made;

    FieldSet(Supplier<List<SdkField<?>>> maker) {
        this.maker = maker;
    }

    List<SdkField<?>> list() {
        make();
        return list;
    }

    /** By the name on the wire. */
    Map<String, SdkField<?>> byName() {
        make();
        return byName;
    }

    private void make() {
        if (!made) {
            List<SdkField<?>> fields = List.copyOf(maker.get());
            Map<String, SdkField<?>> names = new LinkedHashMap<>();
            fields.forEach(field -> names.put(field.locationName(), field));
            byName = names;
            list = fields;
            made = true;
        }
    }
}
