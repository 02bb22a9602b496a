package org.rulebatch.ruleyaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.knowledge.Fact;
import org.rulebatch.knowledge.Knowledge;
import org.rulebatch.knowledge.Reading;
import org.rulebatch.knowledge.Resource;
import org.rulebatch.requirement.Call;

/** Ensures that every read of the knowledge base can be made: all of its required parameters are bound. */
final class PlannedKnowledgeTest {

    /** The HTTP method they take is the key of a map, which no item of a discovery carries. */
    private static final List<String> UNPLANNED = List.of("apigateway.get_integration", "apigateway.get_method");

    private final Catalog catalog = Catalog.bundled();
    private final Chains chains = new Chains(catalog);

    @Test
    void plansEveryListAndEveryFact() {
        List<String> unplanned = new ArrayList<>();
        for (Resource resource : resources()) {
            if (isUnplanned(resource.list())) {
                unplanned.add(resource + ": list " + resource.list());
            }
            for (Fact fact : resource.facts()) {
                if (isUnplanned(fact.main().call())) {
                    unplanned.add(
                            resource + ": " + fact.family() + " " + fact.main().call());
                }
            }
        }

        assertThat(unplanned).isEmpty();
    }

    @Test
    void plansEveryOtherPlaceOfADatumButTheKnownOnes() {
        TreeSet<String> unplanned = new TreeSet<>();
        for (Resource resource : resources()) {
            resource.facts().stream()
                    .flatMap(fact -> fact.also().stream())
                    .map(Reading::call)
                    .filter(this::isUnplanned)
                    .forEach(call -> unplanned.add(call.toString()));
        }

        assertThat(unplanned).containsExactlyElementsOf(UNPLANNED);
    }

    private List<Resource> resources() {
        Knowledge knowledge = Knowledge.bundled();
        return catalog.clients().stream()
                .flatMap(client -> knowledge.resources(client).stream())
                .toList();
    }

    private boolean isUnplanned(Call call) {
        return chains.plan(call).isEmpty();
    }
}
