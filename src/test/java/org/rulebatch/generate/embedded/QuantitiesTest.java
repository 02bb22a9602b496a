package org.rulebatch.generate.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.rulebatch.knowledge.Slot;
import org.rulebatch.knowledge.Vocabulary;
import org.rulebatch.metadata.Rules;

/** Ensures that quantities are found with their units, and that nothing else is taken for one. */
final class QuantitiesTest {

    private final Quantities quantities = new Quantities(Vocabulary.bundled());

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/generate/quantities.txt", delimiter = '|')
    void findsWhatATextStates(String text, String expected) {
        String stated = quantities.of(Rules.of("aws.a.b.c", text, "")).entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue().get(0))
                .collect(Collectors.joining(" "));

        assertThat(stated.isEmpty() ? "none" : stated).isEqualTo(expected);
    }

    @Test
    void believesTheTitleBeforeTheId() {
        assertThat(quantities.of(Rules.of("aws.rds.instance.retention_30_days", "kept for 7 days", "")))
                .containsEntry(Slot.DAYS, List.of(7));
    }
}
