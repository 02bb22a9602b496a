package org.rulebatch.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.catalog.Nearest;
import org.rulebatch.catalog.Nouns;
import tools.jackson.databind.JsonNode;

/** Everyday names of services, {@code vpc}, and the boto3 clients they mean, {@code ec2}; from {@code services.yaml}. */
public final class ServiceNames {

    private final Catalog catalog;
    private final Map<String, List<String>> clients = new TreeMap<>();
    private final Map<String, String> reasons = new TreeMap<>();

    /** The names that come with the program. */
    public ServiceNames(Catalog catalog) {
        this.catalog = catalog;
        JsonNode services = KnowledgeFiles.bundled("services.yaml").root().path("services");
        services.forEachEntry((name, entry) -> {
            List<String> named = new ArrayList<>();
            entry.path("clients").forEach(client -> named.add(client.asString()));
            clients.put(name, List.copyOf(named));
            reasons.put(name, entry.path("reason").asString(""));
        });
    }

    /**
     * The clients of a service, the main one first; an empty list where the name is known to mean no AWS service.
     *
     * @return empty if the name is unknown
     */
    public Optional<List<String>> clients(String service) {
        List<String> named = clients.get(service);
        if (named != null) {
            return Optional.of(named);
        }
        return catalog.clients().contains(service) ? Optional.of(List.of(service)) : Optional.empty();
    }

    /** The name that is spelled like this but for case, spaces and hyphens, an everyday one before a client's. */
    public Optional<String> like(String word) {
        String plain = Nouns.plain(word);
        return Stream.concat(clients.keySet().stream(), catalog.clients().stream())
                .filter(name -> Nouns.plain(name).equals(plain))
                .findFirst();
    }

    /** Why a name means what it means, or nothing; empty where that is plain. */
    public String reason(String service) {
        return reasons.getOrDefault(service, "");
    }

    /** The nearest known name, for a suggestion. */
    public Optional<String> nearest(String service) {
        TreeSet<String> known = new TreeSet<>(clients.keySet());
        known.addAll(catalog.clients());
        return Nearest.to(service, known);
    }
}
