package org.rulebatch.generate.embedded;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rulebatch.knowledge.Resource;
import org.rulebatch.meaning.WordVectors;

/** All options of one service, and how telling each stem is among them. */
final class Scope {

    private static final int FIELDS_TRIED = 150;

    private final List<ClientOptions> clients;
    private final String main;
    private final List<Option> facts;
    private final Set<Option> spoken = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<String> clientNames = new HashSet<>();
    private final Map<String, Double> rarity = new HashMap<>();
    private final double unknown;
    private final Set<Set<String>> resourceNames = new HashSet<>();
    private final Set<Set<String>> mainResourceNames = new HashSet<>();

    private final List<Set<String>> families;
    private final @Nullable Resource first;
    private final Nearness nearness;

    private record Scored(Option field, double shared) {}

    /**
     * @param main the service's main client
     * @param spoken operation and path of all fields that a fact speaks of
     * @param families the phrases of all control families
     */
    Scope(
            String main,
            List<ClientOptions> clients,
            Set<String> spoken,
            List<Set<String>> families,
            WordVectors vectors) {
        this.main = main;
        this.clients = clients;
        this.families = families;
        this.facts = clients.stream().flatMap(client -> client.facts().stream()).toList();
        Map<String, Integer> documents = new HashMap<>();
        for (Option fact : facts) {
            fact.known().forEach(stem -> documents.merge(stem, 1, Integer::sum));
            clientNames.add(fact.client());
            resourceNames.addAll(fact.resource());
            if (!isNeighbour(fact)) {
                mainResourceNames.addAll(fact.resource());
            }
        }
        this.first = facts.stream()
                .filter(fact -> !isNeighbour(fact))
                .findFirst()
                .map(Option::ofResource)
                .orElse(null);
        int total = facts.size() + 1;
        documents.forEach((stem, count) -> rarity.put(stem, Math.log(1 + (double) total / count)));
        this.unknown = Math.log(1 + total);
        this.nearness = new Nearness(vectors, facts, this);
        for (ClientOptions client : clients) {
            spoken.stream()
                    .map(client.fieldsByPlace()::get)
                    .filter(Objects::nonNull)
                    .forEach(this.spoken::add);
        }
    }

    /** How near rules are to the facts in meaning. */
    Nearness nearness() {
        return nearness;
    }

    /** Whether it is the name of one of the service's clients. */
    boolean isClient(String word) {
        return clientNames.contains(word);
    }

    /** Whether a fact of the service says it. */
    boolean isSaid(String stem) {
        return rarity.containsKey(stem);
    }

    /** How much a stem tells: high where few options have it. */
    double rarity(String stem) {
        return rarity.getOrDefault(stem, unknown);
    }

    double rarity(Set<String> stems) {
        double sum = 0;
        for (String stem : stems) {
            sum += rarity(stem);
        }
        return sum;
    }

    /** How much those of the stems tell that are among others. */
    double shared(Set<String> stems, Set<String> others) {
        double sum = 0;
        for (String stem : stems) {
            sum += others.contains(stem) ? rarity(stem) : 0;
        }
        return sum;
    }

    /** Whether the stems are exactly the name of a resource of the service. */
    boolean isResource(Set<String> stems) {
        return resourceNames.contains(stems);
    }

    /** The longest part of the stems that names a resource of the service; all of them where none does. */
    Set<String> resourceIn(List<String> stems) {
        for (int size = stems.size(); size > 0; size--) {
            for (int from = 0; from + size <= stems.size(); from++) {
                Set<String> part = Set.copyOf(stems.subList(from, from + size));
                if (isResource(part)) {
                    return part;
                }
            }
        }
        return Set.copyOf(stems);
    }

    /** Whether the stems are exactly the name of a resource of the service's main client. */
    boolean isMainResource(Set<String> stems) {
        return mainResourceNames.contains(stems);
    }

    /** Whether the option's client is not the service's main one. */
    boolean isNeighbour(Option option) {
        return !option.client().equals(main);
    }

    /** Whether the option is about the first resource of the service's main client. */
    boolean isFirstResource(Option option) {
        return first != null && first.equals(option.ofResource());
    }

    /** Those of the stems that make up a phrase of a control family. */
    Set<String> familyStems(Set<String> stems) {
        Set<String> said = new HashSet<>();
        families.stream().filter(stems::containsAll).forEach(said::addAll);
        return said;
    }

    /** Every fact, and the fields that share the most telling stems with the rule. */
    List<Option> options(RuleReading rule) {
        Set<String> said = new HashSet<>(rule.id());
        said.addAll(rule.title());
        List<Scored> best = new ArrayList<>();
        for (ClientOptions client : clients) {
            double[] shared = client.shared(said, this);
            for (int i = 0; i < shared.length; i++) {
                if (shared[i] > 0 && !spoken.contains(client.fields().get(i))) {
                    best.add(new Scored(client.fields().get(i), shared[i]));
                }
            }
        }
        best.sort(Comparator.comparingDouble(Scored::shared).reversed());
        return Stream.concat(facts.stream(), best.stream().limit(FIELDS_TRIED).map(Scored::field))
                .toList();
    }
}
