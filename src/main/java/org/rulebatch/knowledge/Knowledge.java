package org.rulebatch.knowledge;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.rulebatch.catalog.Catalog;
import tools.jackson.databind.JsonNode;

/**
 * The knowledge base: what comes with the program, and people's own files over it. The bundled files of a client are read
 * when it is first asked for. Thread-safe.
 */
public final class Knowledge {

    private final Map<String, Family> families;
    private final List<Replacement> replaced;
    private final Map<String, List<Resource>> resources = new ConcurrentHashMap<>();

    private Knowledge(Map<String, Family> families, List<Replacement> replaced) {
        this.families = families;
        this.replaced = List.copyOf(replaced);
    }

    /** The knowledge that comes with the program. */
    public static Knowledge bundled() {
        Map<String, Family> families = new LinkedHashMap<>();
        KnowledgeFiles.bundled("families.yaml").root().path("families").forEach(node -> {
            Family family = family(node);
            families.put(family.id(), family);
        });
        return new Knowledge(families, List.of());
    }

    /** The families alone, to measure what the facts are worth. */
    public Knowledge withoutFacts(Catalog catalog) {
        Knowledge bare = new Knowledge(families, List.of());
        catalog.clients().forEach(client -> bare.resources.put(client, List.of()));
        return bare;
    }

    /**
     * This knowledge with people's own files over it, {@code *.yaml} in the order of their names; the later one wins.
     *
     * @param folder of files of the same form; one that does not exist adds nothing
     * @throws KnowledgeException if a file is not of the form, or says what the catalog does not know
     */
    public Knowledge with(Path folder, Catalog catalog) {
        Map<String, List<Resource>> merged = new LinkedHashMap<>();
        List<Replacement> all = new ArrayList<>(replaced);
        Extension.read(folder, new KnowledgeCheck(catalog, families.keySet()))
                .files()
                .forEach((file, own) -> {
                    String client = own.client();
                    Overlay overlay = new Overlay(file);
                    List<Resource> base = merged.containsKey(client) ? merged.get(client) : resources(client);
                    merged.put(client, overlay.over(base, List.of(own)));
                    all.addAll(overlay.replaced());
                });
        Knowledge extended = new Knowledge(families, all);
        extended.resources.putAll(resources);
        extended.resources.putAll(merged);
        return extended;
    }

    /** What people's own files say otherwise, for the run's report. */
    public List<Replacement> replaced() {
        return replaced;
    }

    /** All families, in the order of the file. */
    public Collection<Family> families() {
        return families.values();
    }

    public Optional<Family> family(String id) {
        return Optional.ofNullable(families.get(id));
    }

    /** The resources of a client; none where no file is about one. */
    public List<Resource> resources(String client) {
        return resources.computeIfAbsent(client, BundledResources::of);
    }

    private static Family family(JsonNode node) {
        List<String> words = new ArrayList<>();
        node.path("words").forEach(word -> words.add(word.asString()));
        return new Family(
                node.path("id").asString(),
                node.path("sentence").asString(),
                words,
                Family.Polarity.valueOf(node.path("polarity").asString().toUpperCase(Locale.ROOT)),
                node.has("confirm") ? confirmation(node.path("confirm")) : null);
    }

    private static Confirmation confirmation(JsonNode node) {
        return new Confirmation(
                node.path("client").asString(),
                node.path("operation").asString(),
                node.path("parameter").asString(),
                node.path("path").asString(),
                node.path("value").asString());
    }
}
