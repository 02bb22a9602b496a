package org.rulebatch.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rulebatch.ruleyaml.Check;
import org.rulebatch.ruleyaml.Demand;
import org.rulebatch.yaml.YamlDocument;
import tools.jackson.databind.JsonNode;

/** Ensures that conditions mean what the specification of rule files says. */
final class JudgeTest {

    private static final Instant NOW = Instant.parse("2026-01-31T00:00:00Z");

    static Stream<Arguments> cases() throws IOException {
        JsonNode cases =
                YamlDocument.read(Documents.FOLDER.resolve("judge-cases.yaml")).root();
        return cases.valueStream().map(each -> Arguments.of(each.path("name").asString(), each));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void judges(String name, JsonNode expected) {
        Check check =
                Documents.ofCondition(expected.path("conditions")).checks().get(0);

        Truth truth = new Judge(NOW).judge((Demand.Conditions) check.demand(), Documents.map(expected.path("item")));

        String verdict = !truth.isKnown() ? "UNKNOWN" : truth.holds() ? "PASS" : "FAIL";
        assertThat(verdict).isEqualTo(expected.path("verdict").asString());
    }
}
