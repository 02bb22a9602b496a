package org.rulebatch.engine.aws.wire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.utils.builder.Buildable;

/** A structure whose members are known at run time only; it is its own builder, as the unmarshallers ask for one. */
final class Structure implements SdkPojo, Buildable, Members {

    private final FieldSet fields;
    private final Map<String, Object> members = new LinkedHashMap<>();

    Structure(FieldSet fields) {
        this.fields = fields;
    }

    @Override
    public Map<String, Object> members() {
        return members;
    }

    @Override
    public List<SdkField<?>> sdkFields() {
        return fields.list();
    }

    @Override
    public Map<String, SdkField<?>> sdkFieldNameToField() {
        return fields.byName();
    }

    @Override
    public Object build() {
        return this;
    }
}
