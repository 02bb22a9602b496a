package org.rulebatch.catalog;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One API operation. Parameters, paginator, errors and fields are known of reads only; for every other operation they
 * are empty, and {@link #accessReason()} says why it is none.
 */
public final class Operation {

    private final String client;
    private final String name;
    private final String method;
    private final Access access;
    private final String accessReason;
    private final Facts facts;
    private final Facts pagination;
    private final ServiceModel model;
    private volatile @Nullable List<Parameter> parameters;
    private volatile @Nullable List<Field> fields;
    private volatile @Nullable Map<String, Field> fieldsByPath;

    Operation(String client, String name, Facts facts, String accessReason, Facts pagination, ServiceModel model) {
        this.client = client;
        this.name = name;
        this.method = MethodName.of(name);
        this.access = Access.valueOf(facts.text("access"));
        this.accessReason = accessReason;
        this.facts = facts;
        this.pagination = pagination;
        this.model = model;
    }

    /** The boto3 client, such as {@code s3}. */
    public String client() {
        return client;
    }

    /** The name in the API, such as {@code GetBucketVersioning}. */
    public String name() {
        return name;
    }

    /** The method boto3 makes of it, such as {@code get_bucket_versioning}. */
    public String method() {
        return method;
    }

    public Access access() {
        return access;
    }

    /** Why the operation has its access class, in a sentence. */
    public String accessReason() {
        return accessReason;
    }

    public boolean isRead() {
        return access == Access.READ;
    }

    /** True if AWS marks the operation as superseded. */
    public boolean deprecated() {
        return facts.flag("deprecated");
    }

    /** The input members, in model order. */
    public List<Parameter> parameters() {
        List<Parameter> known = parameters;
        if (known == null) {
            known = readParameters();
            parameters = known;
        }
        return known;
    }

    private List<Parameter> readParameters() {
        String input = facts.at("input").text("shape");
        if (input.isEmpty()) {
            return List.of();
        }
        Facts shape = model.requiredShape(input);
        Facts members = shape.at("members");
        Set<String> required = new HashSet<>(shape.texts("required"));
        return members.keys().stream()
                .map(member -> parameter(member, members.at(member).text("shape"), required.contains(member)))
                .toList();
    }

    public List<Parameter> required() {
        return parameters().stream().filter(Parameter::required).toList();
    }

    /** How to page through the results; empty if botocore has no paginator for the operation. */
    public Optional<Paginator> paginator() {
        return pagination.has("input_token") ? Optional.of(Paginator.of(pagination)) : Optional.empty();
    }

    /** The declared error codes as boto3's {@code ClientError} shows them. */
    public List<String> errors() {
        return facts.list("errors").stream()
                .map(error -> errorCode(error.text("shape")))
                .toList();
    }

    /**
     * Every place in the response, depth first in model order; without {@code ResponseMetadata}, which is no part of
     * the model. A structure that contains itself is opened once on each path.
     */
    public List<Field> fields() {
        List<Field> known = fields;
        if (known == null) {
            String output = facts.at("output").text("shape");
            known = output.isEmpty() ? List.of() : FieldWalk.of(model, output);
            fields = known;
        }
        return known;
    }

    /** The field at exactly that path. */
    public Optional<Field> field(String path) {
        return Optional.ofNullable(fieldsByPath().get(path));
    }

    private Map<String, Field> fieldsByPath() {
        Map<String, Field> known = fieldsByPath;
        if (known == null) {
            known = new HashMap<>();
            for (Field field : fields()) {
                known.put(field.path(), field);
            }
            fieldsByPath = known;
        }
        return known;
    }

    private Parameter parameter(String member, String shapeName, boolean required) {
        Facts shape = model.requiredShape(shapeName);
        String element = shape.at(shape.has("value") ? "value" : "member").text("shape");
        if (element.isEmpty()) {
            return new Parameter(member, shapeName, FieldType.of(shape), required, shape.texts("enum"), null, null);
        }
        Facts elementShape = model.requiredShape(element);
        return new Parameter(
                member,
                shapeName,
                FieldType.of(shape),
                required,
                elementShape.texts("enum"),
                element,
                FieldType.of(elementShape));
    }

    private String errorCode(String shapeName) {
        return model.shape(shapeName)
                .flatMap(shape -> shape.at("error").find("code"))
                .orElse(shapeName);
    }

    @Override
    public String toString() {
        return client + "." + method;
    }
}
