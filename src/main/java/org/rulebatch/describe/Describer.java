package org.rulebatch.describe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.catalog.Operation;
import org.rulebatch.knowledge.Fact;
import org.rulebatch.knowledge.Family;
import org.rulebatch.knowledge.Knowledge;
import org.rulebatch.knowledge.Resource;
import org.rulebatch.knowledge.ServiceNames;
import org.rulebatch.ruleyaml.Chains;

/** Says what the knowledge base says: of a service, a resource or a control family. */
public final class Describer {

    private final Catalog catalog;
    private final Knowledge knowledge;
    private final ServiceNames names;

    public Describer(Catalog catalog, Knowledge knowledge, ServiceNames names) {
        this.catalog = catalog;
        this.knowledge = knowledge;
        this.names = names;
    }

    /**
     * Describes {@code s3}, {@code vpc}, {@code s3.bucket} or {@code s3.get_bucket_versioning}.
     *
     * @throws UnknownNameException if there is no such service, resource or operation
     */
    public String of(String name) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            return service(name);
        }
        String service = name.substring(0, dot);
        String part = name.substring(dot + 1);
        return operation(service, part)
                .map(new OperationText(new Chains(catalog))::of)
                .orElseGet(() -> resource(service, part));
    }

    /** An operation of any of the service's clients. */
    private Optional<Operation> operation(String service, String method) {
        return clients(service).stream()
                .flatMap(client -> catalog.service(client).stream())
                .flatMap(model -> model.operation(method).stream())
                .findFirst();
    }

    /**
     * Describes a control family, and where it is decided.
     *
     * @throws UnknownNameException if there is no such family
     */
    public String family(String id) {
        Family family = knowledge
                .family(id)
                .orElseThrow(() -> new UnknownNameException(
                        "control family",
                        id,
                        knowledge.families().stream().map(Family::id).toList()));
        Page page = new Page().line(0, id + ": " + family.sentence());
        page.line(2, "said as: " + String.join(", ", family.words()));
        for (Resource resource : resources(List.copyOf(catalog.clients()))) {
            List<Fact> facts = resource.facts().stream()
                    .filter(fact -> fact.family().equals(id))
                    .toList();
            if (!facts.isEmpty()) {
                page.gap().line(0, resource.toString());
                facts.forEach(fact -> page.line(2, FactText.reading(fact.main())));
            }
        }
        return page.toString();
    }

    private String service(String name) {
        List<String> clients = clients(name);
        Page page = new Page().line(0, name + ": boto3 " + String.join(", ", clients));
        if (!names.reason(name).isEmpty()) {
            page.line(2, names.reason(name));
        }
        for (Resource resource : resources(clients)) {
            page.gap().line(0, resource + ": " + String.join(", ", resource.names()));
            Map<String, Integer> families = new TreeMap<>();
            resource.facts().forEach(fact -> families.merge(fact.family(), 1, Integer::sum));
            List<String> counted = new ArrayList<>();
            families.forEach((family, count) -> counted.add(count == 1 ? family : family + " (" + count + ")"));
            page.line(
                    2,
                    resource.facts().size() + " facts" + (counted.isEmpty() ? "" : ": ") + String.join(", ", counted));
        }
        return page.toString();
    }

    private String resource(String service, String id) {
        List<Resource> resources = resources(clients(service));
        Resource resource = resources.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new UnknownNameException("resource or operation of " + service, id, parts(service)));
        Page page = new Page().line(0, resource + ": " + String.join(", ", resource.names()));
        page.line(2, ("listed by " + FactText.call(resource.list()) + " " + resource.items()).strip());
        if (!resource.note().isEmpty()) {
            page.line(2, "note: " + resource.note());
        }
        Map<String, List<Fact>> families = new LinkedHashMap<>();
        resource.facts().forEach(fact -> families.computeIfAbsent(fact.family(), family -> new ArrayList<>())
                .add(fact));
        families.forEach((family, facts) -> {
            page.gap().line(0, family);
            facts.forEach(fact -> FactText.write(page, 2, fact));
        });
        if (!resource.notExposed().isEmpty()) {
            page.gap().line(0, "What no read shows");
            resource.notExposed().forEach(gap -> page.line(2, gap.family() + ": " + gap.reason()));
        }
        return page.toString();
    }

    /** What a service consists of, for a suggestion. */
    private List<String> parts(String service) {
        List<String> parts = new ArrayList<>();
        resources(clients(service)).forEach(resource -> parts.add(resource.id()));
        for (String client : clients(service)) {
            catalog.service(client).ifPresent(model -> model.reads().forEach(read -> parts.add(read.method())));
        }
        return parts;
    }

    private List<Resource> resources(List<String> clients) {
        return clients.stream()
                .flatMap(client -> knowledge.resources(client).stream())
                .toList();
    }

    private List<String> clients(String service) {
        return names.clients(service)
                .orElseThrow(() -> new UnknownNameException(
                        "service", service, names.nearest(service).stream().toList()));
    }
}
