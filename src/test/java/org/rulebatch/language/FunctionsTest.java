package org.rulebatch.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rulebatch.language.value.Evaluation;

/** Ensures that expressions reach the functions, and that what a function does not know is not known. */
final class FunctionsTest {

    private static final String STATEMENT =
            "{\"Statement\": [{\"Effect\": \"Allow\", \"Principal\": {\"AWS\": \"%s\"}, \"Action\": \"sqs:*\", \"Resource\": \"*\"}]}";

    private static final Map<String, Object> ATTRIBUTES = Map.of(
            "PublicPolicy", STATEMENT.formatted("*"),
            "PrivatePolicy", STATEMENT.formatted("arn:aws:iam::123456789012:root"),
            "OtherPolicy", STATEMENT.formatted("999999999999"),
            "Broken", "{\"Statement\":");

    static Stream<String> expressions() {
        return LanguageFixture.read("functions.txt").lines().filter(line -> line.contains(" => "));
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void expressionGives(String line) {
        String[] parts = line.split(" => ", 2);

        Evaluation evaluation = LanguageFixture.compile(parts[0]).evaluate(values());

        String given = evaluation instanceof Evaluation.Error error
                ? "Error: " + error.message()
                : evaluation.getClass().getSimpleName();
        assertThat(given).as(evaluation.toString()).isEqualTo(parts[1]);
    }

    @Test
    void whatAFunctionDoesNotKnowIsSaid() {
        Expression expression = LanguageFixture.compile("!policy(item.Attributes.Broken).allowsAnyone()");

        Evaluation evaluation = expression.evaluate(values());

        assertThat(evaluation).isInstanceOf(Evaluation.Unknown.class);
        assertThat(((Evaluation.Unknown) evaluation).missing())
                .singleElement()
                .satisfies(missing -> assertThat(missing.path()).isEqualTo("allowsAnyone(…)"))
                .satisfies(missing -> assertThat(missing.value().reason()).isNotBlank());
    }

    private static Map<String, Object> values() {
        return LanguageFixture.values(Map.of("item", LanguageFixture.item(Map.of("Attributes", ATTRIBUTES))));
    }
}
