package org.rulebatch.catalog;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One AWS service as boto3 sees it. */
public final class Service {

    private final String client;
    private final ServiceModel model;
    private final List<Operation> operations;
    private final List<Operation> reads;
    private final Map<String, Operation> byName = new HashMap<>();

    Service(Facts service) {
        this.client = service.text("client");
        this.model = new ServiceModel(service);
        this.operations = operations(service);
        this.reads = operations.stream().filter(Operation::isRead).toList();
        for (Operation operation : operations) {
            byName.put(operation.name(), operation);
            byName.put(operation.method(), operation);
        }
    }

    /** The boto3 client's name, such as {@code stepfunctions}. */
    public String client() {
        return client;
    }

    /** The model's own name of the service, such as {@code SFN}. */
    public String serviceId() {
        return model.metadata().text("serviceId");
    }

    /** All operations with their access class, sorted by method. */
    public List<Operation> operations() {
        return operations;
    }

    /** The operations that may appear in a rule, sorted by method. */
    public List<Operation> reads() {
        return reads;
    }

    /**
     * Finds an operation, read or not.
     *
     * @param methodOrName {@code get_bucket_versioning} or {@code GetBucketVersioning}
     */
    public Optional<Operation> operation(String methodOrName) {
        return Optional.ofNullable(byName.get(methodOrName));
    }

    /** The nearest known method name, for a suggestion. */
    public Optional<String> nearest(String method) {
        return Nearest.to(method, operations.stream().map(Operation::method).toList());
    }

    /** The facts a protocol client needs. */
    public ServiceModel model() {
        return model;
    }

    private List<Operation> operations(Facts service) {
        Facts all = service.at("operations");
        Facts pagination = service.at("pagination");
        List<String> reasons = service.texts("reasons");
        List<Operation> found = new ArrayList<>();
        for (String name : all.keys()) {
            Facts facts = all.at(name);
            String reason = reasons.get(Integer.parseInt(facts.text("reason")));
            found.add(new Operation(client, name, facts, reason, pagination.at(name), model));
        }
        found.sort(comparing(Operation::method));
        return List.copyOf(found);
    }

    @Override
    public String toString() {
        return client;
    }
}
