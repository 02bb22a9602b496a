package org.rulebatch.engine.aws;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rulebatch.engine.aws.wire.GenericClient;
import org.rulebatch.engine.aws.wire.RegionClient;
import org.rulebatch.engine.aws.wire.WireService;
import org.springframework.util.function.SingletonSupplier;
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
    private final ScheduledExecutorService timer;
    private final AwsCredentialsProvider credentials;
    private final Supplier<StsClient> sts;

    Connections(AwsSettings settings) {
        this.settings = settings;
        this.http = new BoundedHttpClient(
                UrlConnectionHttpClient.builder()
                        .connectionTimeout(settings.attemptTimeout())
                        .socketTimeout(settings.attemptTimeout())
                        .build(),
                settings.maxResponseBytes());
        this.timer = Executors.newScheduledThreadPool(1, Connections::daemon);
        AwsCredentialsProvider chain = chain();
        String role = settings.roleArn();
        this.credentials = role == null ? chain : assuming(sts(chain), role, null);
        this.sts = SingletonSupplier.of(() -> sts(credentials));
    }

    private Connections(Connections shared, AwsCredentialsProvider credentials) {
        this.settings = shared.settings;
        this.http = shared.http;
        this.timer = shared.timer;
        this.sts = shared.sts;
        this.credentials = credentials;
    }

    /** The same connections with the credentials of a role that these ones assume; they are open as long as these are. */
    Connections as(String roleArn, @Nullable String externalId) {
        return new Connections(this, assuming(sts.get(), roleArn, externalId));
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

    /** A profile that is named comes before the environment, as with AWS's own tools. */
    private AwsCredentialsProvider chain() {
        String profile = settings.profile();
        return profile == null
                ? DefaultCredentialsProvider.builder().build()
                : ProfileCredentialsProvider.create(profile);
    }

    private StsClient sts(AwsCredentialsProvider caller) {
        return StsClient.builder()
                .region(regionOfSts(settings.profile()))
                .credentialsProvider(caller)
                .httpClient(http)
                .endpointOverride(settings.endpoint())
                .build();
    }

    private static AwsCredentialsProvider assuming(StsClient sts, String role, @Nullable String externalId) {
        return StsAssumeRoleCredentialsProvider.builder()
                .stsClient(sts)
                .refreshRequest(request ->
                        request.roleArn(role).roleSessionName(SESSION).externalId(externalId))
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
