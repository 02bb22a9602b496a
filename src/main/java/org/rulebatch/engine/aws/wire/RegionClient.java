package org.rulebatch.engine.aws.wire;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.internal.AwsProtocolMetadata;
import software.amazon.awssdk.awscore.internal.AwsServiceProtocol;
import software.amazon.awssdk.core.client.handler.ClientExecutionParams;
import software.amazon.awssdk.endpoints.Endpoint;
import software.amazon.awssdk.http.auth.aws.scheme.AwsV4AuthScheme;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.scheme.NoAuthAuthScheme;
import software.amazon.awssdk.http.auth.spi.scheme.AuthSchemeOption;

/** Calls one service in one region. Thread-safe. */
public final class RegionClient {

    private final WireService service;
    private final String region;
    private final @Nullable URI override;
    private final GenericClient client;
    private final Wire wire;
    private final InputValues inputs;
    private final OutputValues outputs;

    /** @param maxBytes of an answer's body */
    public RegionClient(
            WireService service, String region, @Nullable URI override, GenericClient client, int maxBytes) {
        this.service = service;
        this.region = region;
        this.override = override;
        this.client = client;
        this.wire = Wire.of(service, client, maxBytes);
        this.inputs = new InputValues(service);
        this.outputs = new OutputValues(service);
    }

    /**
     * Makes one call, with retries.
     *
     * @param in the region to ask instead of the client's own, if any
     * @return the answer's page as plain values
     * @throws software.amazon.awssdk.core.exception.SdkException if no answer came, or an error; with an
     *     {@link UnreadAnswerException} as its cause if what came is not the operation's answer
     * @throws UnreadAnswerException if a value of the answer does not have its member's form
     * @throws IllegalArgumentException if a parameter does not fit the model
     */
    public Map<String, Object> page(WireOperation operation, Map<String, Object> params, Optional<String> in) {
        EndpointTarget target = target(operation, params, in.orElse(region));
        var call = new ClientExecutionParams<GenericRequest, GenericResponse>()
                .withOperationName(operation.operation().name())
                .withInput(inputs.request(operation, params))
                // Without it, the parameters of query and ec2 would go into the URL.
                .withProtocolMetadata(AwsProtocolMetadata.builder()
                        .serviceProtocol(
                                AwsServiceProtocol.fromValue(service.protocol().wireName()))
                        .build())
                .withEndpointResolver((request, attributes) ->
                        Endpoint.builder().url(target.url()).build())
                .withAuthSchemeOptionsResolver((request, attributes) -> List.of(auth(operation, target)));
        wire.prepare(call, operation, () -> new GenericResponse.Builder(operation.emptyOutput()));
        return values(operation, client.execute(call));
    }

    private Map<String, Object> values(WireOperation operation, GenericResponse response) {
        try {
            return outputs.structure(operation.outputShape(), response.members());
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new UnreadAnswerException("a value of the answer cannot be read: " + e.getMessage());
        }
    }

    private EndpointTarget target(WireOperation operation, Map<String, Object> params, String where) {
        Map<String, Object> given = operation.endpointInputs(params);
        if (override == null) {
            return prefixed(operation, params, service.endpoints().target(where, given));
        }
        if (service.isS3()) { // the rules put the bucket into the path
            given.put("Endpoint", override.toString());
            given.put("ForcePathStyle", true);
            return service.endpoints().target(where, given);
        }
        EndpointTarget own = service.endpoints().target(where, given);
        return new EndpointTarget(override, own.signingName(), own.signingRegion());
    }

    private EndpointTarget prefixed(WireOperation operation, Map<String, Object> params, EndpointTarget target) {
        String prefix = operation.hostPrefix();
        if (prefix.isEmpty() || service.client().equals("s3control")) { // its rules know the prefix themselves
            return target;
        }
        for (Map.Entry<String, Object> param : params.entrySet()) {
            prefix = prefix.replace("{" + param.getKey() + "}", param.getValue().toString());
        }
        URI url = URI.create(target.url().toString().replaceFirst("://", "://" + prefix));
        return new EndpointTarget(url, target.signingName(), target.signingRegion());
    }

    private AuthSchemeOption auth(WireOperation operation, EndpointTarget target) {
        if (operation.isUnsigned()) {
            return AuthSchemeOption.builder()
                    .schemeId(NoAuthAuthScheme.SCHEME_ID)
                    .build();
        }
        AuthSchemeOption.Builder option = AuthSchemeOption.builder()
                .schemeId(AwsV4AuthScheme.SCHEME_ID)
                .putSignerProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, target.signingName())
                .putSignerProperty(AwsV4HttpSigner.REGION_NAME, target.signingRegion());
        if (service.isS3() || service.client().equals("s3control")) {
            option.putSignerProperty(AwsV4FamilyHttpSigner.DOUBLE_URL_ENCODE, false)
                    .putSignerProperty(AwsV4FamilyHttpSigner.NORMALIZE_PATH, false);
        }
        return option.build();
    }
}
