package org.rulebatch.engine.aws;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;
import org.rulebatch.engine.aws.wire.GenericClient;
import org.rulebatch.engine.aws.wire.RegionClient;
import org.rulebatch.engine.aws.wire.WireService;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;

/** What all clients of a run share: HTTP, timers, credentials, retry rules. */
final class Connections implements AutoCloseable {

    private static final String SESSION = "rule-batch";

    private final AwsSettings settings;
    private final SdkHttpClient http;
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1, Connections::daemon);
    private final AwsCredentialsProvider credentials;

    Connections(AwsSettings settings) {
        this.settings = settings;
        this.http = new BoundedHttpClient(
                UrlConnectionHttpClient.builder()
                        .connectionTimeout(settings.attemptTimeout())
                        .socketTimeout(settings.attemptTimeout())
                        .build(),
                settings.maxResponseBytes());
        this.credentials = credentials();
    }

    RegionClient client(WireService service, String region) {
        GenericClient client = GenericClient.builder(service.metadata())
                .region(Region.of(region))
                .credentialsProvider(credentials)
                .httpClient(http)
                .overrideConfiguration(override(service))
                .build();
        return new RegionClient(service, region, settings.endpoint(), client, settings.maxResponseBytes());
    }

    private ClientOverrideConfiguration override(WireService service) {
        return ClientOverrideConfiguration.builder()
                .headers(service.headers())
                .retryStrategy(AwsRetryStrategy.forRetryMode(RetryMode.ADAPTIVE_V2).toBuilder()
                        .maxAttempts(settings.maxAttempts())
                        .build())
                .apiCallTimeout(settings.callTimeout())
                .apiCallAttemptTimeout(settings.attemptTimeout())
                .scheduledExecutorService(timer)
                .build();
    }

    /** @throws SdkException if there are none, or the role cannot be assumed */
    void requireCredentials() {
        credentials.resolveCredentials();
    }

    private AwsCredentialsProvider credentials() {
        String profile = settings.profile();
        // A profile that is named comes before the environment, as with AWS's own tools.
        AwsCredentialsProvider chain = profile == null
                ? DefaultCredentialsProvider.builder().build()
                : ProfileCredentialsProvider.create(profile);
        String role = settings.roleArn();
        if (role == null) {
            return chain;
        }
        StsClient sts = StsClient.builder()
                .region(regionOfSts(profile))
                .credentialsProvider(chain)
                .httpClient(http)
                .endpointOverride(settings.endpoint())
                .build();
        return StsAssumeRoleCredentialsProvider.builder()
                .stsClient(sts)
                .refreshRequest(request -> request.roleArn(role).roleSessionName(SESSION))
                .build();
    }

    /** The partition's own, where the environment names a region. */
    private static Region regionOfSts(@Nullable String profile) {
        try {
            return Region.of(AwsRegions.standard(profile));
        } catch (IllegalArgumentException e) {
            return Region.AWS_GLOBAL;
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "aws-timer");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        timer.shutdownNow();
        http.close();
    }
}
