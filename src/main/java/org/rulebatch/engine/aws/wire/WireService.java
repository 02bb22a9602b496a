package org.rulebatch.engine.aws.wire;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.catalog.Facts;
import org.rulebatch.catalog.Operation;
import org.rulebatch.catalog.Service;

/** A service as its protocol sees it: what is the same in every region. */
public final class WireService {

    private final Service service;
    private final Protocol protocol;
    private final EndpointRules endpoints;
    private final ShapeFields requests;
    private final ShapeFields responses;
    private final Map<String, WireOperation> operations = new ConcurrentHashMap<>();

    private WireService(Service service, Protocol protocol, EndpointRules endpoints) {
        this.service = service;
        this.protocol = protocol;
        this.endpoints = endpoints;
        this.requests = ShapeFields.ofRequests(service.model(), protocol);
        this.responses = ShapeFields.ofResponses(service.model());
    }

    /** @return empty if the service speaks no protocol that is known here */
    public static Optional<WireService> of(Catalog catalog, Service service) {
        return Protocol.of(service.model().metadata())
                .map(protocol -> new WireService(service, protocol, EndpointRules.of(catalog, service)));
    }

    public String client() {
        return service.client();
    }

    Protocol protocol() {
        return protocol;
    }

    public Facts metadata() {
        return service.model().metadata();
    }

    public boolean isS3() {
        return client().equals("s3");
    }

    /**
     * The headers that every request of the service needs and its model does not say, as botocore's own handlers send them:
     * without the first, API Gateway answers in HAL, whose members the model does not know.
     */
    public Map<String, List<String>> headers() {
        return switch (client()) {
            case "apigateway" -> Map.of("Accept", List.of("application/json"));
            case "glacier" -> Map.of("x-amz-glacier-version", List.of(metadata().text("apiVersion")));
            default -> Map.of();
        };
    }

    EndpointRules endpoints() {
        return endpoints;
    }

    ShapeFields requests() {
        return requests;
    }

    ShapeFields responses() {
        return responses;
    }

    Facts shape(String name) {
        return service.model().shape(name).orElse(new Facts(Map.of()));
    }

    /** @param read of this service */
    public WireOperation operation(Operation read) {
        return operations.computeIfAbsent(read.name(), name -> {
            Facts facts = service.model()
                    .operation(name)
                    .orElseThrow(() -> new IllegalArgumentException(read + " has no wire facts; it is no read"));
            return new WireOperation(this, read, facts);
        });
    }
}
