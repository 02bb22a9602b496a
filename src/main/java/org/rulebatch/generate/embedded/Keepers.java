package org.rulebatch.generate.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.knowledge.Fact;
import org.rulebatch.knowledge.Family;
import org.rulebatch.knowledge.Knowledge;
import org.rulebatch.knowledge.Resource;
import org.rulebatch.metadata.RuleMetadata;
import org.rulebatch.requirement.Call;

/**
 * Finds reads of services that keep what a rule of another one asks for: a role's policies, a key, a trail, an alarm. What counts is
 * which names, families and words of their facts the rule says whole, the rarer the more. Thread-safe.
 */
final class Keepers {

    private static final String RESOURCE = "/generate/keepers.txt";

    /** A family says more than a word: few services keep it. */
    private static final double OF_FAMILY = 2;

    private static final String SILENT =
            "aws the and for with are get list describe enabled ensure should must not all each has"
                    + " have that this your from use check configured resource arn name type";

    private final Words words;
    private final Set<String> silent;
    private final Map<String, Double> rarity;
    private final List<Known> kept = new ArrayList<>();

    /** A fact with the phrases by which rules mean it, as stems. */
    private record Known(
            String client,
            List<Set<String>> names,
            List<Set<String>> family,
            double share,
            List<Set<String>> words,
            List<Call> calls) {}

    Keepers(Catalog catalog, Knowledge knowledge, Words words) {
        this.words = words;
        this.silent = Set.copyOf(words.stems(SILENT));
        this.rarity = rarity(catalog, knowledge);
        Map<String, Map<String, Integer>> families = families(catalog, knowledge);
        for (String client : clients()) {
            for (Resource resource : knowledge.resources(client)) {
                List<Set<String>> names = phrases(
                        Stream.concat(Stream.of(client, resource.id().replace('_', ' ')), resource.names().stream()));
                for (Fact fact : resource.facts()) {
                    kept.add(new Known(
                            client,
                            names,
                            phrases(knowledge.family(fact.family()).map(Family::words).stream()
                                    .flatMap(List::stream)),
                            share(families.getOrDefault(fact.family(), Map.of()), client),
                            phrases(fact.words().stream()),
                            fact.calls()));
                }
            }
        }
    }

    /** The reads that most likely decide a rule of other services, the best first. */
    List<Call> of(RuleMetadata rule, Collection<String> own, int most) {
        Set<String> said = stems(rule.ruleId() + " " + rule.title() + " " + rule.requirement());
        Set<String> others = new HashSet<>(said);
        others.removeAll(stems(rule.service() + " " + rule.resource()));
        Map<Call, Double> scores = new LinkedHashMap<>();
        for (Known each : kept) {
            double fact = OF_FAMILY * each.share() * best(each.family(), said) + best(each.words(), said);
            if (fact > 0 && !own.contains(each.client())) {
                double score = fact + best(each.names(), others);
                each.calls().forEach(call -> scores.merge(call, score, Math::max));
            }
        }
        return scores.entrySet().stream()
                .sorted(Map.Entry.<Call, Double>comparingByValue(Comparator.reverseOrder()))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }

    private double best(List<Set<String>> phrases, Set<String> said) {
        double best = 0;
        for (Set<String> phrase : phrases) {
            if (said.containsAll(phrase)) {
                best = Math.max(best, phrase.stream().mapToDouble(this::rarity).sum());
            }
        }
        return best;
    }

    private double rarity(String stem) {
        return rarity.getOrDefault(stem, 0.0);
    }

    private List<Set<String>> phrases(Stream<String> texts) {
        return texts.map(this::stems)
                .filter(stems -> !stems.isEmpty())
                .distinct()
                .toList();
    }

    private Set<String> stems(String text) {
        Set<String> stems = new LinkedHashSet<>(words.stems(text));
        stems.removeAll(silent);
        return stems;
    }

    /** By stem, how few services' knowledge says it: the logarithm of one out of so many. */
    private Map<String, Double> rarity(Catalog catalog, Knowledge knowledge) {
        Map<String, Integer> saying = new HashMap<>();
        int services = 0;
        for (String client : catalog.clients()) {
            Set<String> own = new HashSet<>();
            for (Resource resource : knowledge.resources(client)) {
                own.addAll(stems(resource.id().replace('_', ' ')));
                resource.names().forEach(name -> own.addAll(stems(name)));
                resource.facts().forEach(fact -> fact.words().forEach(phrase -> own.addAll(stems(phrase))));
            }
            services += own.isEmpty() ? 0 : 1;
            own.forEach(stem -> saying.merge(stem, 1, Integer::sum));
        }
        Map<String, Double> rarity = new HashMap<>();
        double all = services + 1.0;
        saying.forEach((stem, count) -> rarity.put(stem, Math.log(all / (1 + count))));
        return rarity;
    }

    /** How many facts of a family each client has. */
    private static Map<String, Map<String, Integer>> families(Catalog catalog, Knowledge knowledge) {
        Map<String, Map<String, Integer>> families = new HashMap<>();
        for (String client : catalog.clients()) {
            for (Resource resource : knowledge.resources(client)) {
                resource.facts().forEach(fact -> families.computeIfAbsent(fact.family(), each -> new HashMap<>())
                        .merge(client, 1, Integer::sum));
            }
        }
        return families;
    }

    private static double share(Map<String, Integer> ofFamily, String client) {
        int all = ofFamily.values().stream().mapToInt(Integer::intValue).sum();
        return all == 0 ? 0 : Math.sqrt(ofFamily.getOrDefault(client, 0) / (double) all);
    }

    private static List<String> clients() {
        try (InputStream in = Keepers.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && line.contains(":"))
                    .map(line -> line.substring(0, line.indexOf(':')))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
