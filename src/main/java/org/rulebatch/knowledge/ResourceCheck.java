package org.rulebatch.knowledge;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.catalog.Nearest;
import org.rulebatch.catalog.Operation;

/** Ensures that what a file says of its resources is known to the catalog, and is said once. */
final class ResourceCheck {

    private final Set<String> families;
    private final FileFindings findings;
    private final CallCheck calls;
    private final ReadingCheck readings;
    private final MeaningCheck meanings;

    ResourceCheck(Catalog catalog, Set<String> families, FileFindings findings) {
        this.families = families;
        this.findings = findings;
        this.calls = new CallCheck(catalog, findings);
        this.readings = new ReadingCheck(findings);
        this.meanings = new MeaningCheck(findings);
    }

    void check(ResourceFile file) {
        Resource resource = file.resource();
        list(resource, "/list");
        facts(resource, file.pointers());
        for (int k = 0; k < resource.notExposed().size(); k++) {
            String pointer = "/not_exposed/" + k;
            family(resource.notExposed().get(k).family(), pointer + "/family");
        }
    }

    private void list(Resource resource, String pointer) {
        Optional<Operation> operation = calls.check(resource.list(), pointer);
        if (operation.isEmpty()) {
            return;
        }
        String items = resource.items();
        boolean known = items.isEmpty()
                || operation.get().fields().stream()
                        .anyMatch(field ->
                                field.path().equals(items) || field.path().startsWith(items + "."));
        if (!known) {
            readings.field(operation.get(), items, pointer);
            return;
        }
        resource.members().forEach(member -> readings.field(operation.get(), member, pointer));
    }

    private void facts(Resource resource, List<String> pointers) {
        List<Fact> facts = resource.facts();
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < facts.size(); i++) {
            Fact fact = facts.get(i);
            String pointer = pointers.get(i);
            family(fact.family(), pointer);
            fact(resource, fact, pointer);
            if (!seen.add(List.of(fact.family(), fact.main(), fact.with(), Optional.ofNullable(fact.whole())))) {
                String message = fact.family() + " of " + fact.main().path() + " stands here a second time";
                findings.add(pointer, "fact.duplicate", message, "join the words of the two");
            }
        }
    }

    private void fact(Resource resource, Fact fact, String pointer) {
        calls.check(fact.main().call(), pointer).ifPresent(operation -> {
            readings.check(operation, fact.main(), pointer, pointer + "/complies");
            if (fact.whole() == null) {
                meanings.check(resource, fact, operation, pointer);
            }
            for (int i = 0; i < fact.with().size(); i++) {
                String with = pointer + "/with/" + i;
                readings.check(operation, fact.with().get(i), with, with + "/complies");
            }
        });
        for (int i = 0; i < fact.also().size(); i++) {
            Reading also = fact.also().get(i);
            String at = pointer + "/also/" + i;
            calls.check(also.call(), at).ifPresent(operation -> readings.check(operation, also, at, at));
        }
    }

    private void family(String id, String pointer) {
        if (!families.contains(id)) {
            String hint = Nearest.to(id, families)
                    .map(near -> "did you mean " + near + "?")
                    .orElse("see families.yaml");
            findings.add(pointer, "family.unknown", "no control family '" + id + "'", hint);
        }
    }
}
