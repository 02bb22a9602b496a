package org.rulebatch.catalog.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.rulebatch.catalog.Access;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.catalog.CatalogException;

/** Ensures that reads are allowed by list, and that the list holds nothing stale. */
final class AccessRulesTest {

    private final AccessRules rules = AccessRules.bundled();

    @Test
    void takesAnUnknownVerbForAChange() {
        assertThat(rules.classify("s3", "ObserveBucket").access()).isEqualTo(Access.WRITE);
        assertThat(rules.classify("new-service", "FetchThing").access()).isEqualTo(Access.WRITE);
    }

    @Test
    void decidesByTheFirstPatternThatMatches() {
        AccessRules two = read(
                """
                rules:
                  - {access: DATA, reason: First., operations: ["a*.Get{X,Y}*"]}
                  - {access: READ, reason: Second., operations: ["*.Get*"]}
                """);

        assertThat(two.classify("abc", "GetXyz")).isEqualTo(new AccessRules.Verdict(Access.DATA, "First."));
        assertThat(two.classify("abc", "GetZ")).isEqualTo(new AccessRules.Verdict(Access.READ, "Second."));
    }

    @Test
    void hasNoPatternThatDecidesNothing() {
        Catalog catalog = Catalog.bundled();
        Set<String> deciding = catalog.clients().stream()
                .flatMap(client -> catalog.service(client).orElseThrow().operations().stream())
                .map(operation -> rules.deciding(operation.client(), operation.name()))
                .collect(Collectors.toSet());

        assertThat(deciding).containsAll(rules.patterns());
    }

    @Test
    void agreesWithTheCompiledCatalog() {
        Catalog catalog = Catalog.bundled();

        assertThat(catalog.clients()).allSatisfy(client -> assertThat(
                        catalog.service(client).orElseThrow().operations())
                .allSatisfy(operation -> assertThat(operation.access())
                        .isEqualTo(rules.classify(client, operation.name()).access())));
    }

    @Test
    void refusesAPatternOfAnotherForm() {
        assertThatThrownBy(() -> read("rules: [{access: READ, reason: R., operations: [GetX]}]"))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("'GetX'");
        assertThatThrownBy(() -> read("rules: [{access: READ, operations: [a.GetX]}]"))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("'reason' is missing");
    }

    private static AccessRules read(String yaml) {
        return AccessRules.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }
}
