package org.rulebatch.knowledge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/** The knowledge base; each client's file is read when it is first asked for. Thread-safe. */
public final class Knowledge {

    private final Map<String, Family> families;
    private final Map<String, List<Resource>> resources = new ConcurrentHashMap<>();

    private Knowledge(Map<String, Family> families) {
        this.families = families;
    }

    /** The knowledge that comes with the program. */
    public static Knowledge bundled() {
        Map<String, Family> families = new LinkedHashMap<>();
        KnowledgeFiles.bundled("families.yaml").root().path("families").forEach(node -> {
            Family family = family(node);
            families.put(family.id(), family);
        });
        return new Knowledge(families);
    }

    /** All families, in the order of the file. */
    public Collection<Family> families() {
        return families.values();
    }

    public Optional<Family> family(String id) {
        return Optional.ofNullable(families.get(id));
    }

    /** The resources of a client's file; none where the client has no file. */
    public List<Resource> resources(String client) {
        return resources.computeIfAbsent(client, name -> {
            String file = name + ".yaml";
            return KnowledgeFiles.has(file) ? ResourceParser.parse(KnowledgeFiles.bundled(file)) : List.of();
        });
    }

    private static Family family(JsonNode node) {
        List<String> words = new ArrayList<>();
        node.path("words").forEach(word -> words.add(word.asString()));
        return new Family(
                node.path("id").asString(),
                node.path("sentence").asString(),
                words,
                Family.Polarity.valueOf(node.path("polarity").asString().toUpperCase(Locale.ROOT)));
    }
}
