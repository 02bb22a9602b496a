package org.rulebatch.engine.aws.wire;

import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.client.config.SdkClientConfiguration;
import software.amazon.awssdk.core.client.handler.ClientExecutionParams;
import software.amazon.awssdk.core.http.HttpResponseHandler;
import software.amazon.awssdk.protocols.core.OperationInfo;
import software.amazon.awssdk.protocols.xml.AwsS3ProtocolFactory;
import software.amazon.awssdk.protocols.xml.AwsXmlProtocolFactory;
import software.amazon.awssdk.protocols.xml.XmlOperationMetadata;

/** The protocol rest-xml. */
final class XmlWire implements Wire {

    private final AwsXmlProtocolFactory factory;
    private final int maxBytes;

    XmlWire(WireService service, SdkClientConfiguration configuration, int maxBytes) {
        this.maxBytes = maxBytes;
        factory = (service.isS3() ? AwsS3ProtocolFactory.builder() : AwsXmlProtocolFactory.builder())
                .clientConfiguration(configuration)
                .defaultServiceExceptionSupplier(AwsServiceException::builder)
                .build();
    }

    @Override
    public void prepare(
            ClientExecutionParams<GenericRequest, GenericResponse> params,
            WireOperation operation,
            Supplier<SdkPojo> response) {
        OperationInfo info = operation.info();
        params.withMarshaller(request -> factory.createProtocolMarshaller(info).marshall(request));
        XmlOperationMetadata metadata = new XmlOperationMetadata();
        if (operation.hasRawPayload() || operation.hasBareRoot()) {
            HttpResponseHandler<GenericResponse> handler = factory.createResponseHandler(response, metadata);
            HttpResponseHandler<GenericResponse> whole = operation.hasBareRoot() ? new BareRoot(handler) : handler;
            params.withResponseHandler(new CheckedAnswer<>(whole, operation.form(), maxBytes))
                    .withErrorResponseHandler(factory.createErrorResponseHandler());
        } else {
            // S3 may answer 200 with an error in the body.
            params.withCombinedResponseHandler(new CheckedAnswer<>(
                    factory.createCombinedResponseHandler(response, metadata), operation.form(), maxBytes));
        }
    }
}
