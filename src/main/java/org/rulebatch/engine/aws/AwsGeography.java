package org.rulebatch.engine.aws;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.catalog.Operation;
import org.rulebatch.catalog.Service;
import org.rulebatch.engine.EngineFiles;
import org.rulebatch.engine.Geography;
import org.rulebatch.engine.aws.wire.EndpointInputs;
import org.rulebatch.engine.aws.wire.EndpointRules;
import org.rulebatch.engine.aws.wire.EndpointTarget;

/**
 * Tells global services from regional ones by their endpoint rules: one that is signed for the same region wherever it is
 * asked from is global. {@code engine/regions.yaml} names what the rules do not show. Thread-safe.
 */
public final class AwsGeography implements Geography {

    private final Catalog catalog;
    private final String partitionRegion;
    private final Map<String, String> stated = new HashMap<>();
    private final Map<String, Optional<String>> global = new ConcurrentHashMap<>();

    /** @param region any of the partition that is looked at, such as {@code us-gov-west-1} */
    public AwsGeography(Catalog catalog, String region) {
        this.catalog = catalog;
        this.partitionRegion = region;
        boolean commercial = !region.startsWith("cn-") && !region.startsWith("us-gov-") && !region.contains("-iso");
        EngineFiles.entries("regions.yaml").forEach(entry -> {
            String only = commercial ? entry.path("region").asString() : region;
            stated.put(entry.path("client").asString(), only);
        });
    }

    @Override
    public String regionFor(String client, String region) {
        return Optional.ofNullable(stated.get(client))
                .or(() -> global.computeIfAbsent(client, this::global))
                .orElse(region);
    }

    private Optional<String> global(String client) {
        Optional<Service> service = catalog.service(client);
        Optional<Operation> read = service.flatMap(each -> each.reads().stream()
                .filter(operation -> operation.required().isEmpty())
                .findFirst());
        if (service.isEmpty() || read.isEmpty()) {
            return Optional.empty();
        }
        EndpointRules rules = EndpointRules.of(catalog, service.get());
        Map<String, Object> inputs = service.get()
                .model()
                .operation(read.get().name())
                .map(facts -> EndpointInputs.of(facts, EndpointInputs.NO_INPUT, Map.of()))
                .orElse(Map.of());
        return only(rules, inputs);
    }

    private Optional<String> only(EndpointRules rules, Map<String, Object> inputs) {
        try {
            EndpointTarget here = rules.target(partitionRegion, inputs);
            EndpointTarget there = rules.target(another(), inputs);
            return here.equals(there) ? Optional.of(here.signingRegion()) : Optional.empty();
        } catch (RuntimeException e) { // rules that need more than a region are regional
            return Optional.empty();
        }
    }

    /** Another region of the same partition; the rules go by the name's form and need not know it. */
    private String another() {
        return partitionRegion.replaceFirst("\\d+$", "9");
    }
}
