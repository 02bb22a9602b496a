package org.rulebatch.engine.aws.wire;

import java.util.function.Supplier;
import org.rulebatch.catalog.Facts;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.client.config.SdkClientConfiguration;
import software.amazon.awssdk.core.client.handler.ClientExecutionParams;
import software.amazon.awssdk.protocols.core.OperationInfo;
import software.amazon.awssdk.protocols.json.AwsJsonProtocol;
import software.amazon.awssdk.protocols.json.AwsJsonProtocolFactory;
import software.amazon.awssdk.protocols.json.JsonOperationMetadata;

/** The protocols json and rest-json. */
final class JsonWire implements Wire {

    private final AwsJsonProtocolFactory factory;
    private final int maxBytes;

    JsonWire(WireService service, SdkClientConfiguration configuration, int maxBytes) {
        this.maxBytes = maxBytes;
        Facts metadata = service.metadata();
        boolean rest = service.protocol() == Protocol.REST_JSON;
        factory = AwsJsonProtocolFactory.builder()
                .clientConfiguration(configuration)
                .defaultServiceExceptionSupplier(AwsServiceException::builder)
                .protocol(rest ? AwsJsonProtocol.REST_JSON : AwsJsonProtocol.AWS_JSON)
                .protocolVersion(metadata.find("jsonVersion").orElse("1.1"))
                .hasAwsQueryCompatible(metadata.has("awsQueryCompatible"))
                .build();
    }

    @Override
    public void prepare(
            ClientExecutionParams<GenericRequest, GenericResponse> params,
            WireOperation operation,
            Supplier<SdkPojo> response) {
        OperationInfo info = operation.info();
        JsonOperationMetadata metadata = JsonOperationMetadata.builder()
                .isPayloadJson(!operation.hasRawPayload())
                .hasStreamingSuccessResponse(false)
                .build();
        params.withMarshaller(request -> factory.createProtocolMarshaller(info).marshall(request))
                .withResponseHandler(new CheckedAnswer<>(
                        factory.createResponseHandler(metadata, response), operation.form(), maxBytes))
                .withErrorResponseHandler(factory.createErrorResponseHandler(metadata));
    }
}
