package org.rulebatch.engine.aws.wire;

import java.util.Map;
import org.rulebatch.catalog.Facts;
import org.rulebatch.catalog.Operation;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.protocols.core.OperationInfo;

/** A read as its protocol sees it. */
public final class WireOperation {

    private final WireService service;
    private final Operation operation;
    private final Facts facts;
    private final Facts input;
    private final Facts output;
    private final OperationInfo info;
    private final BodyForm form;

    WireOperation(WireService service, Operation operation, Facts facts) {
        this.service = service;
        this.operation = operation;
        this.facts = facts;
        this.input = service.shape(facts.at("input").text("shape"));
        this.output = service.shape(facts.at("output").text("shape"));
        this.info = makeInfo();
        this.form = BodyForm.of(service, this);
    }

    public Operation operation() {
        return operation;
    }

    Facts facts() {
        return facts;
    }

    Facts input() {
        return input;
    }

    OperationInfo info() {
        return info;
    }

    /** What the body of an answer must be. */
    BodyForm form() {
        return form;
    }

    Structure emptyInput() {
        return service.requests().structure(facts.at("input").text("shape"), uri());
    }

    Structure emptyOutput() {
        return service.responses().structure(outputShape());
    }

    String outputShape() {
        return facts.at("output").text("shape");
    }

    /** Whether the answer's body is one text or blob and no document of the protocol. */
    boolean hasRawPayload() {
        String payload = output.text("payload");
        String shape = output.at("members").at(payload).text("shape");
        String type = service.shape(shape).text("type");
        return type.equals("string") || type.equals("blob");
    }

    boolean hasBareRoot() {
        return service.isS3() && operation.name().equals("GetBucketLocation");
    }

    boolean isUnsigned() {
        return facts.text("authtype").equals("none") || facts.texts("auth").contains("smithy.api#noAuth");
    }

    String hostPrefix() {
        return facts.at("endpoint").text("hostPrefix");
    }

    private String uri() {
        String uri = facts.at("http").text("requestUri");
        // The endpoint rules put the bucket into the host or the path.
        return service.isS3() ? uri.replaceFirst("^/\\{Bucket}", "") : uri;
    }

    private OperationInfo makeInfo() {
        OperationInfo.Builder builder = OperationInfo.builder()
                .requestUri(uri())
                .httpMethod(SdkHttpMethod.fromValue(facts.at("http").text("method")))
                .apiVersion(service.metadata().text("apiVersion"))
                .hasExplicitPayloadMember(input.has("payload"))
                .hasPayloadMembers(hasPayload())
                .hasImplicitPayloadMembers(!input.has("payload") && hasPayload());
        return switch (service.protocol()) {
            case JSON ->
                builder.operationIdentifier(service.metadata().text("targetPrefix") + "." + operation.name())
                        .build();
            case QUERY, EC2 -> builder.operationIdentifier(operation.name()).build();
            // A name here would be sent as a header, by which servers misroute the call.
            case REST_JSON, REST_XML -> builder.build();
        };
    }

    private boolean hasPayload() {
        Facts members = input.at("members");
        return members.keys().stream().anyMatch(member -> !members.at(member).has("location"));
    }

    Map<String, Object> endpointInputs(Map<String, Object> params) {
        return EndpointInputs.of(facts, input, params);
    }
}
