package org.rulebatch.engine.aws.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.rulebatch.catalog.Facts;
import org.rulebatch.catalog.ServiceModel;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.traits.PayloadTrait;
import software.amazon.awssdk.core.traits.TimestampFormatTrait;
import software.amazon.awssdk.core.traits.Trait;
import software.amazon.awssdk.core.traits.XmlAttributeTrait;

/** Makes the SDK's field descriptions from the shapes of a service model, for one direction of the wire. */
final class ShapeFields {

    private final ServiceModel model;
    private final WireNames names;
    private final boolean response;
    private final Map<String, FieldSet> sets = new ConcurrentHashMap<>();

    private ShapeFields(ServiceModel model, WireNames names, boolean response) {
        this.model = model;
        this.names = names;
        this.response = response;
    }

    static ShapeFields ofRequests(ServiceModel model, Protocol protocol) {
        return new ShapeFields(model, WireNames.ofRequests(protocol), false);
    }

    static ShapeFields ofResponses(ServiceModel model) {
        return new ShapeFields(model, WireNames.ofResponses(), true);
    }

    /** An empty structure of that shape; of no shape where the name is empty. */
    Structure structure(String shape) {
        return structure(shape, "");
    }

    /** An empty structure of an input shape, whose members may stand in that URI. */
    Structure structure(String shape, String requestUri) {
        return new Structure(
                sets.computeIfAbsent(shape + requestUri, key -> new FieldSet(() -> fields(shape, requestUri))));
    }

    private List<SdkField<?>> fields(String name, String requestUri) {
        Facts shape = shape(name);
        Facts members = shape.at("members");
        List<SdkField<?>> fields = new ArrayList<>();
        for (String member : members.keys()) {
            Facts reference = members.at(member);
            boolean prefixMap = reference.text("location").equals("headers");
            if (!(response && prefixMap)) { // the SDK cannot read a map from headers
                fields.add(field(member, reference, member.equals(shape.text("payload")), requestUri));
            }
        }
        return fields;
    }

    private SdkField<?> element(String name, Facts reference) {
        return field(name, reference, false, "");
    }

    private SdkField<?> field(String member, Facts reference, boolean payload, String requestUri) {
        Facts shape = shape(reference.text("shape"));
        List<Trait> traits = new ArrayList<>();
        traits.add(names.location(member, reference, shape, requestUri));
        if (payload) {
            traits.add(PayloadTrait.create());
        }
        if (reference.flag("xmlAttribute")) {
            traits.add(XmlAttributeTrait.create());
        }
        if (!response && shape.text("type").equals("timestamp")) {
            timestampFormat(reference, shape).ifPresent(traits::add);
        }
        return typed(member, reference, shape, traits);
    }

    private SdkField<?> typed(String member, Facts reference, Facts shape, List<Trait> traits) {
        if (shape.flag("document")) {
            return build(MarshallingType.DOCUMENT, member, traits);
        }
        return switch (shape.text("type")) {
            case "structure" -> structureField(member, reference.text("shape"), traits);
            case "list" -> {
                traits.add(list(reference, shape));
                yield build(MarshallingType.LIST, member, traits);
            }
            case "map" -> {
                traits.add(map(reference, shape));
                yield build(MarshallingType.MAP, member, traits);
            }
            case "integer" -> build(MarshallingType.INTEGER, member, traits);
            case "long" -> build(MarshallingType.LONG, member, traits);
            case "float" -> build(MarshallingType.FLOAT, member, traits);
            case "double" -> build(MarshallingType.DOUBLE, member, traits);
            case "boolean" -> build(MarshallingType.BOOLEAN, member, traits);
            case "blob" -> build(MarshallingType.SDK_BYTES, member, traits);
            // Services send more forms of a time than the SDK accepts, so an answer's is read as text and parsed here.
            case "timestamp" ->
                response
                        ? build(MarshallingType.STRING, member, traits)
                        : build(MarshallingType.INSTANT, member, traits);
            default -> build(MarshallingType.STRING, member, traits);
        };
    }

    private SdkField<?> structureField(String member, String shape, List<Trait> traits) {
        return builder(MarshallingType.SDK_POJO, member, traits)
                .constructor(() -> structure(shape))
                .build();
    }

    private ListTrait list(Facts reference, Facts shape) {
        Facts element = shape.at("member");
        return ListTrait.builder()
                .memberLocationName(element.find("locationName").orElse(null))
                .isFlattened(reference.flag("flattened") || shape.flag("flattened"))
                .memberFieldInfo(element("member", element))
                .build();
    }

    private MapTrait map(Facts reference, Facts shape) {
        return MapTrait.builder()
                .keyLocationName(shape.at("key").find("locationName").orElse("key"))
                .valueLocationName(shape.at("value").find("locationName").orElse("value"))
                .isFlattened(reference.flag("flattened") || shape.flag("flattened"))
                .valueFieldInfo(element("value", shape.at("value")))
                .build();
    }

    private static Optional<Trait> timestampFormat(Facts reference, Facts shape) {
        return reference
                .find("timestampFormat")
                .or(() -> shape.find("timestampFormat"))
                .map(format -> {
                    return TimestampFormatTrait.create(
                            switch (format) {
                                case "iso8601" -> TimestampFormatTrait.Format.ISO_8601;
                                case "rfc822" -> TimestampFormatTrait.Format.RFC_822;
                                default -> TimestampFormatTrait.Format.UNIX_TIMESTAMP;
                            });
                });
    }

    private static <T> SdkField<T> build(MarshallingType<T> type, String member, List<Trait> traits) {
        return builder(type, member, traits).build();
    }

    private static <T> SdkField.Builder<T> builder(MarshallingType<T> type, String member, List<Trait> traits) {
        return SdkField.<T>builder(type)
                .memberName(member)
                .traits(traits.toArray(Trait[]::new))
                .getter(holder -> value(holder, member))
                .setter((holder, value) -> {
                    if (value != null) {
                        ((Members) holder).members().put(member, value);
                    }
                });
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "NullAway"}) // the SDK takes null for absent
    private static <T> T value(Object holder, String member) {
        return (T) ((Members) holder).members().get(member);
    }

    private Facts shape(String name) {
        return model.shape(name).orElse(new Facts(Map.of()));
    }
}
