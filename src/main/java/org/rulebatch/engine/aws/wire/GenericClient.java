package org.rulebatch.engine.aws.wire;

import java.util.List;
import java.util.Map;
import org.rulebatch.catalog.Facts;
import software.amazon.awssdk.awscore.client.builder.AwsDefaultClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.client.config.AwsClientOption;
import software.amazon.awssdk.awscore.client.handler.AwsSyncClientHandler;
import software.amazon.awssdk.awscore.endpoint.AwsClientEndpointProvider;
import software.amazon.awssdk.core.client.config.SdkClientConfiguration;
import software.amazon.awssdk.core.client.config.SdkClientOption;
import software.amazon.awssdk.core.client.handler.ClientExecutionParams;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.auth.aws.scheme.AwsV4AuthScheme;
import software.amazon.awssdk.http.auth.scheme.NoAuthAuthScheme;
import software.amazon.awssdk.identity.spi.IdentityProviders;

/** The SDK's client of one service in one region: its credentials, signing, retries and HTTP, without its operations. */
public final class GenericClient {

    private final SdkClientConfiguration configuration;
    private final AwsSyncClientHandler handler;

    private GenericClient(SdkClientConfiguration configuration) {
        this.configuration = configuration;
        this.handler = new AwsSyncClientHandler(configuration);
    }

    public static Builder builder(Facts metadata) {
        return new Builder(metadata);
    }

    SdkClientConfiguration configuration() {
        return configuration;
    }

    GenericResponse execute(ClientExecutionParams<GenericRequest, GenericResponse> params) {
        return handler.execute(params);
    }

    /** What the SDK generates for each service, from the model's metadata. */
    public static final class Builder extends AwsDefaultClientBuilder<Builder, GenericClient>
            implements AwsSyncClientBuilder<Builder, GenericClient> {
        private final Facts metadata;

        private Builder(Facts metadata) {
            this.metadata = metadata;
        }

        @Override
        protected String serviceEndpointPrefix() {
            return metadata.text("endpointPrefix");
        }

        @Override
        protected String signingName() {
            return metadata.find("signingName").orElse(serviceEndpointPrefix());
        }

        @Override
        protected String serviceName() {
            return metadata.text("serviceId");
        }

        @Override
        protected SdkClientConfiguration mergeServiceDefaults(SdkClientConfiguration config) {
            return config.merge(defaults -> defaults.option(SdkClientOption.CRC32_FROM_COMPRESSED_DATA_ENABLED, false)
                    .option(
                            SdkClientOption.AUTH_SCHEMES,
                            Map.of(
                                    AwsV4AuthScheme.SCHEME_ID, AwsV4AuthScheme.create(),
                                    NoAuthAuthScheme.SCHEME_ID, NoAuthAuthScheme.create())));
        }

        @Override
        protected SdkClientConfiguration finalizeServiceConfiguration(SdkClientConfiguration config) {
            SdkClientConfiguration.Builder builder = config.toBuilder();
            builder.option(SdkClientOption.EXECUTION_INTERCEPTORS, List.<ExecutionInterceptor>of());
            builder.lazyOption(SdkClientOption.IDENTITY_PROVIDERS, options -> IdentityProviders.builder()
                    .putIdentityProvider(options.get(AwsClientOption.CREDENTIALS_IDENTITY_PROVIDER))
                    .build());
            // Only a placeholder: each call's endpoint comes from the rule sets.
            builder.lazyOptionIfAbsent(
                    SdkClientOption.CLIENT_ENDPOINT_PROVIDER, options -> AwsClientEndpointProvider.builder()
                            .serviceEndpointPrefix(serviceEndpointPrefix())
                            .defaultProtocol("https")
                            .region(options.get(AwsClientOption.AWS_REGION))
                            .profileFile(options.get(SdkClientOption.PROFILE_FILE_SUPPLIER))
                            .profileName(options.get(SdkClientOption.PROFILE_NAME))
                            .dualstackEnabled(false)
                            .fipsEnabled(false)
                            .build());
            builder.lazyOptionIfAbsent(
                    AwsClientOption.SIGNING_REGION, options -> options.get(AwsClientOption.AWS_REGION));
            return builder.build();
        }

        @Override
        protected GenericClient buildClient() {
            return new GenericClient(syncClientConfiguration());
        }
    }
}
