package org.rulebatch.knowledge;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Ensures that what a fact says in the check language is read as the condition that it is, and nothing is guessed. */
final class ComparisonReaderTest {

    private static final Map<String, Object> VALUES = Map.of("days", 7, "names", List.of("root"));

    private record Case(String expression, String expected) {

        boolean isWrong() {
            return !expected.contains("Items[]");
        }

        @Override
        public String toString() {
            return expression;
        }
    }

    static Stream<Case> cases() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/knowledge-check/comparisons.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" -> "))
                .map(parts -> new Case(parts[0], parts[1]));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void readsWhatIsWritten(Case each) {
        if (each.isWrong()) {
            assertThatThrownBy(() -> read(each.expression())).hasMessageContaining(each.expected());
        } else {
            assertThat(read(each.expression()).stream()
                            .map(ComparisonReaderTest::text)
                            .collect(joining("; ")))
                    .isEqualTo(each.expected());
        }
    }

    @Test
    void refusesAValueThatNothingUses() {
        assertThatThrownBy(() -> ComparisonReader.read("item.A", "", Map.of("days", 7)))
                .hasMessage("the expression does not use params.days");
    }

    private static List<Comparison> read(String expression) {
        Map<String, Object> used = new HashMap<>(VALUES);
        used.keySet().removeIf(name -> !expression.contains("params." + name));
        return ComparisonReader.read(
                expression, "Items[]", used.isEmpty() && expression.contains("params") ? VALUES : used);
    }

    private static String text(Comparison each) {
        Complies complies = each.complies();
        boolean valued = complies.value() != null;
        String absent =
                each.absent() == null ? null : "absent " + each.absent().name().toLowerCase(Locale.ROOT);
        String where = complies.where().isEmpty()
                ? null
                : "where "
                        + complies.where().stream()
                                .map(filter -> filter.path() + " " + filter.operator() + " " + filter.value())
                                .collect(joining(" and "));
        String first = each.path() + " " + complies.operator() + (valued ? " " + complies.value() : "");
        return Stream.of(
                        first,
                        complies.slot() == null ? null : "slot " + complies.slot(),
                        complies.key() == null ? null : "key " + complies.key(),
                        absent,
                        complies.quantifier() == null
                                ? null
                                : complies.quantifier().name(),
                        where)
                .filter(Objects::nonNull)
                .collect(joining(", "));
    }
}
