package org.rulebatch.imports;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.catalog.Nouns;
import org.rulebatch.imports.format.ForeignRule;
import org.rulebatch.imports.format.ImportLog;
import org.rulebatch.knowledge.Knowledge;
import org.rulebatch.knowledge.Resource;

/**
 * Gives a check an id of its own, from its title, because a title says what a compliant resource shows, where another
 * tool's id may say the opposite: {@code ec2_instance_public_ip} is passed by an instance without one.
 */
final class Naming {

    /**
     * A rule's name.
     *
     * @param asked what is asked of the resource, in words
     */
    record Name(String service, String resource, List<String> asked) {

        String ruleId() {
            return "aws." + service + "." + resource + "." + String.join("_", asked);
        }

        String requirement() {
            String text = String.join(" ", asked);
            return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
        }
    }

    /** A resource by one of its names, where that stands in a title. */
    private record Match(Resource resource, List<String> name, int at) {}

    private final Knowledge knowledge;
    private final Services services;
    private final ServiceFinder finder;
    private final Map<String, List<String>> known = new HashMap<>();

    Naming(Catalog catalog, Knowledge knowledge) {
        this.knowledge = knowledge;
        this.services = new Services(catalog);
        this.finder = new ServiceFinder(catalog, knowledge, services);
    }

    /** The name, or null where the service is unknown or the title says nothing; the reason is logged. */
    @Nullable
    Name name(ForeignRule rule, ImportLog log) {
        String service = services.of(rule.service())
                .or(() -> rule.service().isEmpty()
                        ? finder.find(rule.title()).or(() -> finder.find(rule.description()))
                        : Optional.empty())
                .orElse("");
        if (service.isEmpty() && rule.service().isEmpty()) {
            log.leftOut(
                    rule.place(),
                    rule.id(),
                    "'" + rule.title() + "' names no service that is known",
                    "name it, in a column service or with --service");
            return null;
        }
        if (service.isEmpty()) {
            log.leftOut(
                    rule.place(),
                    rule.id(),
                    "its service '" + rule.service() + "' is not known",
                    services.hint(rule.service()));
            return null;
        }
        TitleWords title = TitleWords.of(rule.title());
        Match match = match(title, service);
        String resource =
                match == null ? ofType(rule, service) : match.resource().id();
        if (match != null && isWhole(match)) {
            title.remove(match.at(), match.name().size());
        } else {
            List<String> words = words(resource);
            int at = title.find(words);
            if (at >= 0) {
                title.remove(at, words.size());
            }
        }
        Stream.of(service, rule.service()).filter(name -> !name.isEmpty()).forEach(title::remove);
        List<String> asked = title.telling();
        if (asked.isEmpty()) {
            log.leftOut(rule.place(), rule.id(), "its title says nothing of what is asked", "give it a title");
            return null;
        }
        return new Name(service, resource.replace('-', '_'), asked);
    }

    /**
     * What the title speaks of first, by the longest of its names, of the main client's resources; of another client's
     * where there is none.
     */
    private @Nullable Match match(TitleWords title, String service) {
        for (String client : services.clients(service)) {
            Match best = null;
            for (Resource resource : knowledge.resources(client)) {
                for (String name : names(resource).toList()) {
                    List<String> named = known.computeIfAbsent(name, Naming::words);
                    Match match = new Match(resource, named, title.find(named));
                    if (match.at() >= 0 && (best == null || isBetter(match, best))) {
                        best = match;
                    }
                }
            }
            if (best != null) {
                return best;
            }
        }
        return null;
    }

    private static boolean isBetter(Match one, Match other) {
        return one.at() < other.at()
                || one.at() == other.at() && one.name().size() > other.name().size();
    }

    private static Stream<String> names(Resource resource) {
        return Stream.concat(Stream.of(resource.id()), resource.names().stream());
    }

    /** A name for the whole is taken out; of one for a part ("bucket policy") the rest says something of what is asked. */
    private static boolean isWhole(Match match) {
        List<String> id = words(match.resource().id());
        return match.name().get(match.name().size() - 1).equals(id.get(id.size() - 1));
    }

    /** {@code AwsEc2SecurityGroup} of EC2 is a security group. */
    private static String ofType(ForeignRule rule, String service) {
        String type = rule.type().replaceFirst("^(Aws|Amazon)", "");
        String plain = Nouns.plain(type);
        for (String prefix : List.of(Nouns.plain(rule.service()), Nouns.plain(service))) {
            if (plain.startsWith(prefix) && plain.length() > prefix.length()) {
                type = type.substring(prefix.length());
                break;
            }
        }
        String snake = type.replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_")
                .replaceAll("[^A-Za-z0-9]+", "_")
                .toLowerCase(Locale.ROOT);
        return snake.isEmpty() || snake.equals("other") ? "resource" : snake;
    }

    /** In the singular. */
    private static List<String> words(String name) {
        return Arrays.stream(name.toLowerCase(Locale.ROOT).split("[^a-z0-9]+"))
                .map(Nouns::singular)
                .toList();
    }
}
