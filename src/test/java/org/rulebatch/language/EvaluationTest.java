package org.rulebatch.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rulebatch.language.value.Evaluation;

/** Ensures that the expressions of {@code evaluations.txt} give what stands beside them. */
final class EvaluationTest {

    static Stream<String> expressions() {
        return LanguageFixture.read("evaluations.txt").lines().filter(line -> line.contains(" => "));
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void expressionGives(String line) {
        String[] parts = line.split(" => ", 2);
        Expression expression = LanguageFixture.compile(parts[0]);

        Evaluation evaluation = expression.evaluate(LanguageFixture.values(Map.of()));

        String given = evaluation instanceof Evaluation.Error error
                ? "Error: " + error.message()
                : evaluation.getClass().getSimpleName();
        assertThat(given).isEqualTo(parts[1]);
    }
}
