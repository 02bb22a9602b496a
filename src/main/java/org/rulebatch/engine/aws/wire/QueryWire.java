package org.rulebatch.engine.aws.wire;

import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.client.config.SdkClientConfiguration;
import software.amazon.awssdk.core.client.handler.ClientExecutionParams;
import software.amazon.awssdk.protocols.core.OperationInfo;
import software.amazon.awssdk.protocols.query.AwsEc2ProtocolFactory;
import software.amazon.awssdk.protocols.query.AwsQueryProtocolFactory;

/** The protocols query and ec2. */
final class QueryWire implements Wire {

    private final AwsQueryProtocolFactory factory;
    private final int maxBytes;

    private QueryWire(AwsQueryProtocolFactory factory, int maxBytes) {
        this.factory = factory;
        this.maxBytes = maxBytes;
    }

    static QueryWire query(SdkClientConfiguration configuration, int maxBytes) {
        return new QueryWire(
                AwsQueryProtocolFactory.builder()
                        .clientConfiguration(configuration)
                        .defaultServiceExceptionSupplier(AwsServiceException::builder)
                        .build(),
                maxBytes);
    }

    static QueryWire ec2(SdkClientConfiguration configuration, int maxBytes) {
        return new QueryWire(
                AwsEc2ProtocolFactory.builder()
                        .clientConfiguration(configuration)
                        .defaultServiceExceptionSupplier(AwsServiceException::builder)
                        .build(),
                maxBytes);
    }

    @Override
    public void prepare(
            ClientExecutionParams<GenericRequest, GenericResponse> params,
            WireOperation operation,
            Supplier<SdkPojo> response) {
        OperationInfo info = operation.info();
        params.withMarshaller(request -> factory.createProtocolMarshaller(info).marshall(request))
                .withResponseHandler(
                        new CheckedAnswer<>(factory.createResponseHandler(response), operation.form(), maxBytes))
                .withErrorResponseHandler(factory.createErrorResponseHandler());
    }
}
