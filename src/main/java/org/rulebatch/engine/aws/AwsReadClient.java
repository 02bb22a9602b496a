package org.rulebatch.engine.aws;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.catalog.Operation;
import org.rulebatch.catalog.Parameter;
import org.rulebatch.engine.ErrorType;
import org.rulebatch.engine.NotConfigured;
import org.rulebatch.engine.ReadCall;
import org.rulebatch.engine.ReadClient;
import org.rulebatch.engine.ReadReply;
import org.rulebatch.engine.ReadReply.Failure;
import org.rulebatch.engine.aws.wire.RegionClient;
import org.rulebatch.engine.aws.wire.WireOperation;
import org.rulebatch.engine.aws.wire.WireService;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Reads the configuration of any AWS service. Only operations that the catalog classes as {@code READ} leave this class:
 * it has the wire facts of no other, and refuses them before anything is sent.
 */
public final class AwsReadClient implements ReadClient, AutoCloseable {

    private final Catalog catalog;
    private final NotConfigured notConfigured;
    private final AwsSettings settings;
    private final Connections connections;
    private final Failures failures;
    private final BucketRegions buckets = new BucketRegions();
    private final Map<String, Optional<WireService>> services;
    private final Map<String, RegionClient> clients = new ConcurrentHashMap<>();
    private final Map<String, Bucket> limits = new ConcurrentHashMap<>();

    public AwsReadClient(Catalog catalog, NotConfigured notConfigured, AwsSettings settings) {
        this.catalog = catalog;
        this.notConfigured = notConfigured;
        this.settings = settings;
        this.failures = new Failures(settings.endpoint() != null);
        this.connections = new Connections(settings);
        this.services = new ConcurrentHashMap<>();
    }

    private AwsReadClient(AwsReadClient shared, Connections connections) {
        this.catalog = shared.catalog;
        this.notConfigured = shared.notConfigured;
        this.settings = shared.settings;
        this.failures = shared.failures;
        this.connections = connections;
        this.services = shared.services;
    }

    /**
     * A client that reads as a role which this one's credentials assume, most often of another account. It has limits of its own and
     * this one's connections: it works as long as this one is open, and need not be closed.
     *
     * @param externalId what the role's trust policy may ask for; null for none
     * @throws IllegalArgumentException if the role cannot be assumed; the message says why
     */
    public ReadClient assuming(String roleArn, @Nullable String externalId) {
        AwsReadClient client = new AwsReadClient(this, connections.as(roleArn, externalId));
        try {
            client.connections.requireCredentials();
            return client::read;
        } catch (SdkException e) {
            throw new IllegalArgumentException(Failures.ofRole(roleArn, e), e);
        }
    }

    /**
     * Fetches the credentials, so that what is wrong with them is told once and not with every call.
     *
     * @throws IllegalArgumentException if there are none, or the role cannot be assumed; the message says what to do
     */
    public void requireCredentials() {
        try {
            connections.requireCredentials();
        } catch (SdkException e) {
            throw new IllegalArgumentException(Failures.ofCredentials(settings, e), e);
        }
    }

    @Override
    public ReadReply read(ReadCall call) {
        Optional<Operation> found = catalog.service(call.client()).flatMap(service -> service.operation(call.action()));
        if (found.isEmpty()) {
            return refused(ErrorType.NOT_SUPPORTED, call, "the catalog has no such operation");
        }
        Operation operation = found.get();
        if (!operation.isRead()) {
            return refused(
                    ErrorType.NOT_SUPPORTED, call, "it is no read of configuration; " + operation.accessReason());
        }
        Optional<WireService> service = services.computeIfAbsent(
                call.client(), name -> catalog.service(name).flatMap(each -> WireService.of(catalog, each)));
        return service.map(each -> made(call, operation, each))
                .orElseGet(() -> refused(ErrorType.NOT_SUPPORTED, call, "its protocol is not spoken here"));
    }

    private ReadReply made(ReadCall call, Operation operation, WireService service) {
        Optional<String> missing = operation.required().stream()
                .map(Parameter::name)
                .filter(name -> !call.params().containsKey(name))
                .findFirst();
        if (missing.isPresent()) {
            return refused(ErrorType.MISSING_PARAMETER, call, "the parameter " + missing.get() + " is required");
        }
        try {
            return new ReadReply.Answer(whole(call, service.operation(operation), service));
        } catch (AwsServiceException e) {
            String code = Failures.code(e);
            return notConfigured.means(call.client(), operation.method(), code)
                    ? new ReadReply.NotConfigured(code)
                    : failures.of(call, e);
        } catch (IllegalArgumentException | ArithmeticException e) {
            return refused(ErrorType.INVALID_PARAMETER, call, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            return failures.of(call, e);
        }
    }

    private Map<String, Object> whole(ReadCall call, WireOperation operation, WireService service) {
        RegionClient client = clients.computeIfAbsent(
                service.client() + " " + call.region(), key -> connections.client(service, call.region()));
        Pages.Source source = params -> page(call, client, operation, params);
        Paging paging = Paging.of(call.client(), operation.operation());
        Map<String, Object> answer = new Pages(paging, source, settings.maxPages()).all(call.params());
        AlwaysThere.require(call, answer);
        return answer;
    }

    private Map<String, Object> page(
            ReadCall call, RegionClient client, WireOperation operation, Map<String, Object> params) {
        boolean s3 = call.client().equals("s3");
        permit(call);
        try {
            return client.page(operation, params, s3 ? buckets.of(params) : Optional.empty());
        } catch (AwsServiceException e) {
            if (s3 && buckets.learns(params, e)) {
                permit(call);
                return client.page(operation, params, buckets.of(params));
            }
            throw e;
        }
    }

    private void permit(ReadCall call) {
        limits.computeIfAbsent(call.client() + " " + call.region(), key -> limit())
                .asBlocking()
                .consumeUninterruptibly(1);
    }

    private Bucket limit() {
        int calls = settings.callsPerSecond();
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(calls).refillGreedy(calls, Duration.ofSeconds(1)))
                .build();
    }

    private static Failure refused(ErrorType type, ReadCall call, String why) {
        return new Failure(type, "", call + " is not made: " + why);
    }

    @Override
    public void close() {
        connections.close();
    }
}
