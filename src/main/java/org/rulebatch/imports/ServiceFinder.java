package org.rulebatch.imports;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.catalog.Nouns;
import org.rulebatch.files.Resources;
import org.rulebatch.knowledge.Knowledge;
import org.rulebatch.knowledge.Resource;
import org.rulebatch.yaml.YamlDocument;
import tools.jackson.databind.JsonNode;

/**
 * Finds the service that a sentence speaks of where nobody names it: by a service's name, by words that only one service has
 * ({@code imports/service-words.yaml}), or by the name of a resource that only one client has. What stands first counts.
 */
final class ServiceFinder {

    private static final String FILE = "imports/service-words.yaml";
    private static final int LONGEST_NAME = 4;

    private final Services services;
    private final Map<String, String> words = new HashMap<>();
    private final Set<String> everyday = new HashSet<>();

    ServiceFinder(Catalog catalog, Knowledge knowledge, Services services) {
        this.services = services;
        ofResources(catalog, knowledge);
        JsonNode file = YamlDocument.parse(FILE, Resources.text(FILE)).root();
        file.path("words").forEachEntry((name, service) -> words.put(plain(name), service.asString()));
        file.path("everyday").forEach(word -> everyday.add(word.asString()));
    }

    /** A name of several words, of a resource that only one client has. */
    private void ofResources(Catalog catalog, Knowledge knowledge) {
        Set<String> shared = new HashSet<>();
        for (String client : catalog.clients()) {
            for (Resource resource : knowledge.resources(client)) {
                for (String name : resource.names()) {
                    String plain = plain(name);
                    String other = words.putIfAbsent(plain, client);
                    if (other != null && !other.equals(client)) {
                        shared.add(plain);
                    }
                }
            }
        }
        words.keySet().removeIf(name -> shared.contains(name) || !name.contains(" "));
    }

    /** The service, as rules name it; empty where the sentence does not tell. */
    Optional<String> find(String sentence) {
        List<String> found = Arrays.asList(plain(sentence).split(" "));
        for (int from = 0; from < found.size(); from++) {
            for (int length = Math.min(LONGEST_NAME, found.size() - from); length > 0; length--) {
                Optional<String> service =
                        named(found.subList(from, from + length), from > 0 ? found.get(from - 1) : "");
                if (service.isPresent()) {
                    return service;
                }
            }
        }
        return Optional.empty();
    }

    /** A word of everyday English is a service only behind "AWS" or "Amazon". */
    private Optional<String> named(List<String> name, String before) {
        String known = words.get(String.join(" ", name));
        if (known != null) {
            return services.of(known);
        }
        String joined = String.join("", name);
        boolean isEveryday = name.size() == 1 && everyday.contains(joined);
        return joined.length() < 2 || isEveryday && !before.equals("aws") && !before.equals("amazon")
                ? Optional.empty()
                : services.of(joined);
    }

    /** Lower case, words in the singular. */
    private static String plain(String text) {
        return String.join(
                " ",
                Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^a-z0-9]+"))
                        .filter(word -> !word.isEmpty())
                        .map(Nouns::singular)
                        .toList());
    }
}
