package org.rulebatch.catalog.compile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rulebatch.catalog.Access;
import org.rulebatch.catalog.Facts;

/** Compiles one service: its reads with all they need, every other operation by name, access class and reason. */
final class ServiceCompiler {

    private final String client;
    private final Facts model;
    private final AccessRules accessRules;
    private final ShapeCollector shapes;
    private final List<String> reasons = new ArrayList<>();
    private final List<String> reads = new ArrayList<>();

    ServiceCompiler(String client, Facts model, AccessRules accessRules) {
        this.client = client;
        this.model = model;
        this.accessRules = accessRules;
        this.shapes = new ShapeCollector(model.at("shapes"));
    }

    CompiledService compile(Facts pagination) {
        Map<String, Object> operations = operations();
        Map<String, Object> pages = new LinkedHashMap<>(pagination.values());
        pages.keySet().retainAll(reads);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("client", client);
        facts.put("metadata", Traits.kept(model.at("metadata").values()));
        facts.put(
                "clientContextParams",
                Traits.withoutDocumentation(model.at("clientContextParams").values()));
        facts.put("reasons", reasons);
        facts.put("operations", operations);
        facts.put("pagination", pages);
        facts.put("shapes", shapes.collected());
        String serviceId = model.at("metadata").text("serviceId");
        return new CompiledService(client, serviceId, operations.size(), reads.size(), facts);
    }

    private Map<String, Object> operations() {
        Map<String, Object> operations = new LinkedHashMap<>();
        Facts all = model.at("operations");
        all.keys().stream().sorted().forEach(name -> operations.put(name, operation(name, all.at(name))));
        return operations;
    }

    private Map<String, Object> operation(String name, Facts operation) {
        AccessRules.Verdict verdict = accessRules.classify(client, name);
        Map<String, Object> kept = new LinkedHashMap<>();
        if (verdict.access() == Access.READ) {
            kept.putAll(read(name, operation));
        }
        kept.put("access", verdict.access().name());
        kept.put("reason", reasonIndex(verdict.reason()));
        return kept;
    }

    private Map<String, Object> read(String name, Facts operation) {
        reads.add(name);
        Map<String, Object> kept = Traits.kept(operation.values());
        for (String side : List.of("input", "output")) {
            if (operation.has(side)) {
                kept.put(side, Traits.kept(operation.at(side).values()));
                shapes.reach(operation.at(side).text("shape"));
            }
        }
        List<String> errors = operation.list("errors").stream()
                .map(error -> error.text("shape"))
                .toList();
        errors.forEach(shapes::reachError);
        kept.put("errors", errors.stream().map(error -> Map.of("shape", error)).toList());
        return kept;
    }

    private int reasonIndex(String reason) {
        if (!reasons.contains(reason)) {
            reasons.add(reason);
        }
        return reasons.indexOf(reason);
    }
}
