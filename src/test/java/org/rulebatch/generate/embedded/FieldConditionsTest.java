package org.rulebatch.generate.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.catalog.Operation;
import org.rulebatch.knowledge.Vocabulary;
import org.rulebatch.metadata.Rules;
import org.rulebatch.requirement.Condition;

/** Ensures that operator and value are guessed from a field's type and enum and from the rule's wording. */
final class FieldConditionsTest {

    private final RuleReader reader = new RuleReader(new Words(), Vocabulary.bundled());

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/generate/guesses.txt", delimiter = '|')
    void guesses(String id, String client, String method, String path, String operator, String value) {
        Operation read = Catalog.bundled()
                .service(client)
                .flatMap(service -> service.operation(method))
                .orElseThrow();

        Condition condition = FieldConditions.condition(
                reader.read(Rules.of(id)), read, read.field(path).orElseThrow());

        assertThat(condition.operator().wireName()).isEqualTo(operator);
        assertThat(String.valueOf(condition.value())).isEqualTo(value);
    }
}
