package org.rulebatch.language;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Ensures that each wrong expression of {@code problems.txt} is answered with the problems that stand below it. */
final class LanguageProblemsTest {

    static Stream<String> wrongExpressions() {
        return Arrays.stream(LanguageFixture.read("problems.txt").split("\n====\n"));
    }

    @ParameterizedTest
    @MethodSource("wrongExpressions")
    void wrongExpressionIsExplained(String pair) {
        String[] parts = pair.split("\n--\n", 2);

        Compilation compilation = LanguageFixture.LANGUAGE.compile(LanguageFixture.SCOPE, parts[0]);

        String said = compilation.problems().stream().map(Problem::toString).collect(joining("\n"));
        assertThat(said).as(parts[0]).isEqualTo(parts[1].stripTrailing());
    }
}
