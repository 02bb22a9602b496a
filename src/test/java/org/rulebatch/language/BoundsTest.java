package org.rulebatch.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rulebatch.language.value.Evaluation;

/** Ensures that no expression costs more than it may. */
final class BoundsTest {

    @Test
    void longTextIsRefused() {
        assertThat(problem("item.GroupId == \"" + "x".repeat(10_000) + "\""))
                .isEqualTo("The expression is longer than 10000 characters, which is the limit.");
    }

    @Test
    void deepNestingIsRefused() {
        assertThat(problem("(".repeat(80) + "true" + ")".repeat(80)))
                .isEqualTo("Parts stand more than 60 deep within each other.");
    }

    @Test
    void aLongConjunctionIsNotDeep() {
        String source = String.join(" && ", Collections.nCopies(300, "item.State == \"Enabled\""));

        assertThat(LanguageFixture.compile(source).evaluate(LanguageFixture.values(Map.of())))
                .isEqualTo(new Evaluation.True());
    }

    @Test
    void loopsWithinLoopsAreRefused() {
        String source = "item.Ports.exists(a, item.Ports.exists(b, item.Ports.exists(c, item.Ports.exists(d,"
                + " item.Ports.exists(e, e == a)))))";

        assertThat(problem(source)).isEqualTo("More than 4 loops (exists, all, filter, map) stand within each other.");
    }

    @Test
    void anEvaluationThatGoesThroughTooMuchEnds() {
        Map<String, Object> item = LanguageFixture.item(Map.of("Ports", Collections.nCopies(1100, 1)));
        Expression expression = LanguageFixture.compile("item.Ports.all(a, item.Ports.all(b, a == b))");

        assertThat(expression.evaluate(LanguageFixture.values(Map.of("item", item))))
                .isEqualTo(new Evaluation.Error("It goes through more than 1000000 elements, which is the limit."));
    }

    private static String problem(String source) {
        return LanguageFixture.LANGUAGE
                .compile(LanguageFixture.SCOPE, source)
                .problems()
                .get(0)
                .message();
    }
}
