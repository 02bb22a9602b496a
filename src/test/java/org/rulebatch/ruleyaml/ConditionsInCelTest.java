package org.rulebatch.ruleyaml;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.language.Compilation;
import org.rulebatch.language.Language;
import org.rulebatch.language.Scope;
import org.rulebatch.language.value.Evaluation;
import org.rulebatch.yaml.YamlDocument;
import tools.jackson.databind.JsonNode;

/** Ensures that conditions become the expressions that {@code ruleyaml/conditions-in-cel.yaml} lists, and what those say. */
final class ConditionsInCelTest {

    private static final Language LANGUAGE = Language.of(Catalog.bundled());
    private static final Map<String, String> READS = Map.ofEntries(
            entry("secret", "secretsmanager.describe_secret"),
            entry("function", "lambda.get_function_configuration"),
            entry("groups", "ec2.describe_security_groups"),
            entry("logs", "logs.describe_log_groups"),
            entry("zone", "controltower.get_landing_zone"));

    static Stream<Arguments> cases() throws IOException {
        Path file = Path.of("src/test/resources/ruleyaml/conditions-in-cel.yaml");
        return YamlDocument.read(file)
                .root()
                .valueStream()
                .map(each -> Arguments.of(each.path("cel").asString(), each));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void means(String cel, JsonNode given) {
        String name = Objects.requireNonNull(READS.get(given.path("read").asString()));
        String[] read = name.split("\\.");
        Scope scope = LANGUAGE.scope().answer(read[0], read[1]).build();

        String text = ConditionsInCel.text(ClauseReader.clause(given.path("conditions")), scope);

        assertThat(text).isEqualTo(cel);
        Compilation compilation = LANGUAGE.compile(scope, text);
        assertThat(compilation.problems()).isEmpty();
        List<String> expected = new ArrayList<>();
        List<String> verdicts = new ArrayList<>();
        for (Iterator<JsonNode> each = given.path("given").iterator(); each.hasNext(); ) {
            JsonNode item = each.next();
            Evaluation evaluation = compilation.expression().orElseThrow().evaluate(values(item));
            verdicts.add(item + " " + verdict(evaluation));
            expected.add(item + " " + each.next().asString());
        }
        assertThat(verdicts).containsExactlyElementsOf(expected);
    }

    private static Map<String, Object> values(JsonNode item) {
        return Map.of(
                Scope.ITEM,
                Values.of(item),
                Scope.PARAMS,
                Map.of(),
                Scope.ACCOUNT,
                "123456789012",
                Scope.REGION,
                "eu-west-1",
                Scope.NOW,
                Instant.parse("2026-01-31T00:00:00Z"));
    }

    private static String verdict(Evaluation evaluation) {
        return evaluation instanceof Evaluation.True
                ? "PASS"
                : evaluation instanceof Evaluation.False ? "FAIL" : "UNKNOWN";
    }
}
