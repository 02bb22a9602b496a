package org.rulebatch.knowledge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Lays resources over others of the same client: the later ones win, and what they replace is noted. */
final class Overlay {

    private final String file;
    private final List<Replacement> replaced = new ArrayList<>();

    /** @param file where the later ones come from */
    Overlay(String file) {
        this.file = file;
    }

    List<Replacement> replaced() {
        return List.copyOf(replaced);
    }

    List<Resource> over(List<Resource> base, List<Resource> later) {
        Map<String, Resource> resources = new LinkedHashMap<>();
        base.forEach(resource -> resources.put(resource.id(), resource));
        later.forEach(resource -> resources.merge(resource.id(), resource, this::over));
        return List.copyOf(resources.values());
    }

    private Resource over(Resource base, Resource later) {
        if (!base.list().equals(later.list()) || !base.items().equals(later.items())) {
            note(base, "the list " + base.list() + " " + base.items());
        }
        return new Resource(
                later.client(),
                later.id(),
                Stream.concat(later.names().stream(), base.names().stream())
                        .distinct()
                        .toList(),
                later.list(),
                later.items(),
                later.idMember(),
                later.arnMember(),
                later.nameMember(),
                later.note().isEmpty() ? base.note() : later.note(),
                facts(base, later),
                gaps(base, later));
    }

    private List<Fact> facts(Resource base, Resource later) {
        List<String> keys = later.facts().stream().map(Overlay::key).toList();
        List<Fact> facts = new ArrayList<>(later.facts());
        for (Fact fact : base.facts()) {
            if (keys.contains(key(fact))) {
                note(base, "the fact " + key(fact));
            } else {
                facts.add(fact);
            }
        }
        return facts;
    }

    /** A gap stays unless the later file speaks of the same family itself. */
    private List<Resource.NotExposed> gaps(Resource base, Resource later) {
        List<String> spoken = Stream.concat(
                        later.facts().stream().map(Fact::family),
                        later.notExposed().stream().map(Resource.NotExposed::family))
                .toList();
        List<Resource.NotExposed> gaps = new ArrayList<>(later.notExposed());
        for (Resource.NotExposed gap : base.notExposed()) {
            if (spoken.contains(gap.family())) {
                note(base, "the gap " + gap.family());
            } else {
                gaps.add(gap);
            }
        }
        return gaps;
    }

    private static String key(Fact fact) {
        return fact.family() + " " + fact.main().call() + " " + fact.main().path();
    }

    private void note(Resource resource, String what) {
        replaced.add(new Replacement(resource.toString(), what, file));
    }
}
