package org.rulebatch.catalog;

import java.util.Optional;

/**
 * What the wire needs to know of one service, as botocore's {@code service-2.json} states it. Operations that are not
 * reads have no facts here, nor have shapes that only they use. An error shape has no members.
 */
public final class ServiceModel {

    private final Facts service;

    ServiceModel(Facts service) {
        this.service = service;
    }

    /** Protocols, endpoint prefix, signing name, API version, target prefix and so on. */
    public Facts metadata() {
        return service.at("metadata");
    }

    /** Parameters of the endpoint rules that the client's configuration may set; empty for most services. */
    public Facts clientContextParams() {
        return service.at("clientContextParams");
    }

    /**
     * HTTP binding, input, output, errors and endpoint traits of an operation.
     *
     * @param name the operation's name in the API, such as {@code ListBuckets}
     */
    public Optional<Facts> operation(String name) {
        return Optional.of(service.at("operations").at(name)).filter(facts -> facts.has("http"));
    }

    /** The shape of that name. */
    public Optional<Facts> shape(String name) {
        return Optional.of(service.at("shapes").at(name)).filter(facts -> facts.has("type"));
    }

    Facts requiredShape(String name) {
        return shape(name)
                .orElseThrow(() -> new CatalogException("Shape '" + name + "' is missing in the catalog of "
                        + service.text("client") + "; compile it again with --job=buildCatalog."));
    }
}
