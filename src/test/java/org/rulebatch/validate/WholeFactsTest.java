package org.rulebatch.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.knowledge.Fact;
import org.rulebatch.knowledge.Knowledge;
import org.rulebatch.requirement.Expressions;
import org.rulebatch.requirement.Finding;
import org.rulebatch.ruleyaml.Chains;

/** Ensures that every whole check of the knowledge base reads only, can be planned, and compiles against the API models. */
final class WholeFactsTest {

    private static final Catalog CATALOG = Catalog.bundled();
    private static final Knowledge KNOWLEDGE = Knowledge.bundled();
    private static final Validator VALIDATOR = new Validator(CATALOG, new Chains(CATALOG));

    @ParameterizedTest
    @MethodSource("clients")
    void isValid(String client) {
        List<String> wrong = KNOWLEDGE.resources(client).stream()
                .flatMap(resource -> resource.facts().stream())
                .flatMap(fact -> wrong(fact))
                .toList();

        assertThat(wrong).isEmpty();
    }

    static Stream<String> clients() {
        return CATALOG.clients().stream().filter(client -> KNOWLEDGE.resources(client).stream()
                .flatMap(resource -> resource.facts().stream())
                .anyMatch(fact -> fact.whole() != null));
    }

    private static Stream<String> wrong(Fact fact) {
        Expressions whole = fact.whole();
        return whole == null
                ? Stream.empty()
                : VALIDATOR.validate(whole).findings().stream()
                        .filter(Finding::isError)
                        .map(finding -> fact.family() + " of " + fact.main().path() + ": " + finding.message());
    }
}
