package org.rulebatch.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.rulebatch.catalog.Nouns;
import org.rulebatch.knowledge.Identifiers;
import org.rulebatch.ruleyaml.Discovery;
import org.rulebatch.ruleyaml.RuleDocument;

/** Finds what an item's resource is called: its ARN, else its id, else its name, by the keys that the file emits. */
final class ResourceNames {

    private static final List<String> KINDS = List.of("arn", "id", "name", "url");

    private final Map<String, Discovery> discoveries = new HashMap<>();

    ResourceNames(RuleDocument document) {
        document.discoveries().forEach(discovery -> discoveries.put(discovery.id(), discovery));
    }

    /**
     * The name of an item of that discovery, else of its nearest ancestor's; empty where it is about the account.
     *
     * @param account empty if it is not known
     */
    String of(String discoveryId, Map<String, Object> item, Optional<String> account, String region) {
        for (Discovery at : line(discoveryId)) {
            Optional<String> name = at.itemsFor() == null ? Optional.empty() : name(at, item);
            if (name.isPresent()) {
                return ArnForms.arn(at, name.get(), account, region);
            }
        }
        return "";
    }

    /** The ARN that the item itself has; empty where it has none. */
    Optional<String> arn(String discoveryId, Map<String, Object> item) {
        return line(discoveryId).stream()
                .filter(at -> at.itemsFor() != null)
                .flatMap(at -> name(at, item).stream())
                .findFirst()
                .filter(name -> name.startsWith("arn:"));
    }

    /** The discovery and those above it. */
    private List<Discovery> line(String id) {
        List<Discovery> line = new ArrayList<>();
        Discovery at = discoveries.get(id);
        while (at != null) {
            line.add(at);
            String parent = at.forEach();
            at = parent == null ? null : discoveries.get(parent);
        }
        return line;
    }

    private static Optional<String> name(Discovery listing, Map<String, Object> item) {
        List<String> keys = keys(listing);
        return Stream.of(own(listing, keys), known(listing), plain(keys), keys.stream())
                .flatMap(each -> each)
                .map(item::get)
                .filter(String.class::isInstance)
                .map(Object::toString)
                .findFirst();
    }

    /** The keys that say that they name such an element: {@code ClusterArn} of a cluster, and any {@code Arn}. */
    private static Stream<String> own(Discovery listing, List<String> keys) {
        return Stream.of(noun(listing), Nouns.ofMethod(listing.action()))
                .flatMap(noun -> KINDS.stream().flatMap(kind -> keys.stream()
                        .filter(key -> kind(key, noun).equals(kind))
                        .filter(key -> kind.equals("arn") || Nouns.plain(key).startsWith(noun))));
    }

    /** An {@code Id}, {@code Name} or {@code Url}, of whatever it is. */
    private static Stream<String> plain(List<String> keys) {
        return KINDS.stream()
                .flatMap(kind -> keys.stream().filter(key -> kind(key, "").equals(kind)));
    }

    /** The keys of the members by which the knowledge base knows the element. */
    private static Stream<String> known(Discovery listing) {
        return Identifiers.of(listing.client(), listing.action(), items(listing) + "[]").stream()
                .flatMap(member -> listing.item().entrySet().stream()
                        .filter(each -> each.getValue().equals("{{ " + Discovery.ELEMENT + "." + member + " }}")))
                .map(Map.Entry::getKey);
    }

    /** The keys whose values are of the element itself. */
    private static List<String> keys(Discovery listing) {
        List<String> keys = new ArrayList<>();
        listing.item().forEach((key, template) -> {
            if (template.startsWith("{{ " + Discovery.ELEMENT)) {
                keys.add(key);
            }
        });
        return keys;
    }

    private static String noun(Discovery listing) {
        String items = items(listing).replace("[]", "");
        String name = items.substring(items.lastIndexOf('.') + 1).replaceFirst("(?<=[a-z])(List|Set)$", "");
        return Nouns.plain(Nouns.singular(name));
    }

    /** The path of the list in the response. */
    private static String items(Discovery listing) {
        String path = String.valueOf(listing.itemsFor()).replaceAll("[{}\\s]", "");
        return path.substring(path.indexOf('.') + 1);
    }

    /** What a key says of the resource: {@code arn} for {@code Arn} and {@code ClusterArn}; empty for other things' names. */
    private static String kind(String key, String noun) {
        String plain = Nouns.plain(key);
        String rest = plain.startsWith(noun) ? plain.substring(noun.length()) : plain;
        return rest.equals("identifier") ? "id" : rest;
    }
}
