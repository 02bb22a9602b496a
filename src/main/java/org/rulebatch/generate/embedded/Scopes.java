package org.rulebatch.generate.embedded;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.rulebatch.requirement.Call;

/** Makes the options of a service out of the knowledge base and the catalog; keeps the last few. Thread-safe. */
final class Scopes {

    private static final int KEPT = 12;
    private static final int DEEPEST_PATH = 6;

    private final Catalog catalog;
    private final Knowledge knowledge;
    private final RuleReader reader;
    private final Map<List<String>, Scope> scopes = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<String>, Scope> eldest) {
            return size() > KEPT;
        }
    };

    Scopes(Catalog catalog, Knowledge knowledge, RuleReader reader) {
        this.catalog = catalog;
        this.knowledge = knowledge;
        this.reader = reader;
    }

    /** The options of a service with these clients, the main one first. */
    Scope of(List<String> clients) {
        synchronized (scopes) {
            Scope known = scopes.get(clients);
            if (known != null) {
                return known;
            }
        }
        Scope made = make(clients);
        synchronized (scopes) {
            scopes.put(clients, made);
        }
        return made;
    }

    private Scope make(List<String> clients) {
        List<Option> facts = new ArrayList<>();
        List<Option> fields = new ArrayList<>();
        Set<String> spoken = new HashSet<>();
        for (String client : clients) {
            for (Resource resource : knowledge.resources(client)) {
                facts.addAll(ofResource(resource, clients.indexOf(client)));
                resource.facts().forEach(fact -> readings(fact).forEach(reading -> spoken.add(place(reading))));
            }
        }
        for (String client : clients) {
            catalog.service(client).ifPresent(service -> service.reads()
                    .forEach(read -> fields.addAll(ofRead(read, clients.indexOf(client), spoken))));
        }
        return new Scope(List.copyOf(facts), List.copyOf(fields));
    }

    private List<Option> ofResource(Resource resource, int client) {
        List<Option> options = new ArrayList<>();
        List<Set<String>> names = phrases(Stream.concat(Stream.of(resource.id()), resource.names().stream())
                .toList());
        Map<String, Integer> places = new HashMap<>();
        for (Fact fact : resource.facts()) {
            int place = places.merge(fact.family(), 1, Integer::sum) - 1;
            options.add(new Option(
                    client,
                    new Option.Answer.OfFact(resource, fact),
                    names,
                    familyPhrases(fact.family()),
                    phrases(fact.words()),
                    phrases(fact.unless()),
                    stems(fact.main().path() + " " + fact.main().call().operation()),
                    stems(leaf(fact.main().path())),
                    place));
        }
        for (Resource.NotExposed gap : resource.notExposed()) {
            options.add(new Option(
                    client,
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

    private List<Option> ofRead(Operation read, int client, Set<String> spoken) {
        if (read.deprecated()) {
            return List.of();
        }
        Set<String> operation = stems(read.method().replaceFirst("^(batch_)?[a-z]+_", ""));
        List<Option> options = new ArrayList<>();
        for (Field field : read.fields()) {
            boolean worth = field.type() != FieldType.STRUCTURE
                    && !field.deprecated()
                    && field.path().chars().filter(c -> c == '.').count() <= DEEPEST_PATH
                    && read.paginator().filter(pages -> pages.isToken(field)).isEmpty()
                    && !spoken.contains(read + " " + field.path());
            if (worth) {
                Set<String> path = new LinkedHashSet<>(operation);
                path.addAll(stems(field.path()));
                options.add(new Option(
                        client,
                        new Option.Answer.OfField(read, field, null),
                        List.of(operation),
                        List.of(),
                        List.of(),
                        List.of(),
                        path,
                        stems(leaf(field.path())),
                        0));
            }
        }
        return options;
    }

    private List<Set<String>> familyPhrases(String id) {
        return knowledge.family(id).map(Family::words).map(this::phrases).orElse(List.of());
    }

    private List<Set<String>> phrases(Collection<String> texts) {
        return texts.stream()
                .map(this::stems)
                .filter(stems -> !stems.isEmpty())
                .distinct()
                .toList();
    }

    private Set<String> stems(String text) {
        return new LinkedHashSet<>(reader.telling(text));
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
