package org.rulebatch.generate.embedded;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.catalog.Field;
import org.rulebatch.catalog.FieldType;
import org.rulebatch.catalog.Operation;
import org.rulebatch.knowledge.Fact;
import org.rulebatch.knowledge.Family;
import org.rulebatch.knowledge.Knowledge;
import org.rulebatch.knowledge.Reading;
import org.rulebatch.knowledge.Resource;
import org.rulebatch.meaning.WordVectors;
import org.rulebatch.requirement.Call;

/** Makes the options of a service out of the knowledge base and the catalog; keeps those of the last clients. Thread-safe. */
final class Scopes {

    private static final int CLIENTS_KEPT = 40;
    private static final int SCOPES_KEPT = 12;
    private static final int DEEPEST_PATH = 6;
    private static final String BETWEEN_MEMBERS = ".[]{}";

    private final Catalog catalog;
    private final Knowledge knowledge;
    private final RuleReader reader;
    private final WordVectors vectors;
    private final Kept<String, ClientOptions> clientOptions = new Kept<>(CLIENTS_KEPT);
    private final Map<String, Set<String>> members = new ConcurrentHashMap<>();
    private final Map<String, List<Set<String>>> familyPhrases = new ConcurrentHashMap<>();
    private final List<Set<String>> families;
    private final Kept<List<String>, Scope> scopes = new Kept<>(SCOPES_KEPT);

    Scopes(Catalog catalog, Knowledge knowledge, RuleReader reader, WordVectors vectors) {
        this.catalog = catalog;
        this.knowledge = knowledge;
        this.reader = reader;
        this.vectors = vectors;
        this.families = knowledge.families().stream()
                .flatMap(family -> familyPhrases(family.id()).stream())
                .distinct()
                .toList();
    }

    /** The options of a service with these clients, the main one first. */
    Scope of(List<String> clients) {
        return scopes.get(clients, this::scope);
    }

    private Scope scope(List<String> clients) {
        Set<String> spoken = clients.stream()
                .flatMap(client -> knowledge.resources(client).stream())
                .flatMap(resource -> resource.facts().stream())
                .flatMap(Scopes::readings)
                .map(Scopes::place)
                .collect(Collectors.toSet());
        List<ClientOptions> options = clients.stream()
                .map(client -> clientOptions.get(client, this::ofClient))
                .toList();
        return new Scope(clients.get(0), options, spoken, families, vectors);
    }

    private ClientOptions ofClient(String client) {
        List<Option> facts = knowledge.resources(client).stream()
                .flatMap(resource -> ofResource(resource).stream())
                .toList();
        List<Option> fields = new ArrayList<>();
        Map<String, Option> byPlace = new HashMap<>();
        catalog.service(client).ifPresent(service -> service.reads().forEach(read -> ofRead(read, fields, byPlace)));
        return ClientOptions.of(facts, List.copyOf(fields), byPlace);
    }

    private List<Option> ofResource(Resource resource) {
        List<Option> options = new ArrayList<>();
        List<Set<String>> names = phrases(Stream.concat(Stream.of(resource.id()), resource.names().stream())
                .toList());
        Map<String, Integer> places = new HashMap<>();
        for (Fact fact : resource.facts()) {
            int place = places.merge(fact.family(), 1, Integer::sum) - 1;
            options.add(Option.of(
                    resource.client(),
                    new Option.Answer.OfFact(resource, fact),
                    names,
                    familyPhrases(fact.family()),
                    phrases(fact.words()),
                    fact.unless().stream()
                            .map(phrase -> Exclusion.of(phrase, reader))
                            .toList(),
                    stems(fact.main().path() + " " + fact.main().call().operation()),
                    stems(leaf(fact.main().path())),
                    place));
        }
        for (Resource.NotExposed gap : resource.notExposed()) {
            options.add(Option.of(
                    resource.client(),
                    new Option.Answer.NotExposed(resource, gap),
                    names,
                    familyPhrases(gap.family()),
                    phrases(gap.words()),
                    List.of(),
                    Set.of(),
                    Set.of(),
                    0));
        }
        return options;
    }

    private void ofRead(Operation read, List<Option> fields, Map<String, Option> byPlace) {
        if (read.deprecated()) {
            return;
        }
        Set<String> operation = stems(read.method().replaceFirst("^(batch_)?[a-z]+_", ""));
        for (Field field : read.fields()) {
            if (isWorth(read, field)) {
                Set<String> path = new HashSet<>(operation);
                addStems(path, field.path());
                Option option = Option.of(
                        read.client(),
                        new Option.Answer.OfField(read, field),
                        List.of(operation),
                        List.of(),
                        List.of(),
                        List.of(),
                        Set.copyOf(path),
                        members.computeIfAbsent(leaf(field.path()), this::stems),
                        0);
                fields.add(option);
                byPlace.put(read + " " + field.path(), option);
            }
        }
    }

    private void addStems(Set<String> stems, String path) {
        StringTokenizer steps = new StringTokenizer(path, BETWEEN_MEMBERS);
        while (steps.hasMoreTokens()) {
            stems.addAll(members.computeIfAbsent(steps.nextToken(), this::stems));
        }
    }

    private static boolean isWorth(Operation read, Field field) {
        return field.type() != FieldType.STRUCTURE
                && !field.deprecated()
                && depth(field.path()) <= DEEPEST_PATH
                && read.paginator().filter(pages -> pages.isToken(field)).isEmpty();
    }

    private static int depth(String path) {
        int depth = 0;
        for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
            depth++;
        }
        return depth;
    }

    private List<Set<String>> familyPhrases(String id) {
        return familyPhrases.computeIfAbsent(
                id,
                of -> knowledge.family(of).map(Family::words).map(this::phrases).orElse(List.of()));
    }

    private List<Set<String>> phrases(Collection<String> texts) {
        return texts.stream()
                .map(this::stems)
                .filter(stems -> !stems.isEmpty())
                .distinct()
                .toList();
    }

    private Set<String> stems(String text) {
        return Set.copyOf(reader.telling(text));
    }

    private static Stream<Reading> readings(Fact fact) {
        return Stream.concat(fact.readings(), fact.with().stream());
    }

    private static String place(Reading reading) {
        Call call = reading.call();
        return call.client() + "." + call.operation() + " " + reading.path();
    }

    private static String leaf(String path) {
        String plain = path.replace("[]", "").replace("{}", "");
        return plain.substring(plain.lastIndexOf('.') + 1);
    }
}
