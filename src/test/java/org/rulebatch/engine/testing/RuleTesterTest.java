package org.rulebatch.engine.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rulebatch.engine.ErrorType;
import org.rulebatch.engine.ReadReply;
import org.rulebatch.ruleyaml.Check;
import org.rulebatch.ruleyaml.Discovery;
import org.rulebatch.ruleyaml.RuleYamlWriter;

/** Ensures that a tested file is corrected where that is mechanical, and holds no rule that cannot run. */
final class RuleTesterTest {

    @Test
    void correctsParametersAndTakesOutWhatCannotRun() {
        TestOutcome outcome =
                Runs.tester(Runs::strict).test(List.of(Runs.document())).get(0);

        assertThat(outcome.corrections())
                .extracting(Correction::change)
                .containsExactly("MaxItems: 5000 -> 1000", "PathPrefix left out");
        assertThat(outcome.demoted()).containsOnlyKeys("role-order");
        assertThat(outcome.demoted().get("role-order")).contains("field_access").contains("a number is needed");
        assertThat(outcome.document().checks()).extracting(Check::ruleId).containsExactly("role-path", "summary");
        assertThat(outcome.document().discoveries().get(0).params()).isEqualTo(Map.of("MaxItems", 1000));
    }

    @Test
    void countsEachCheckOnce() {
        ServiceTest test =
                Runs.tester(Runs::strict).test(List.of(Runs.document())).get(0).test();

        assertThat(test.checksCount()).isEqualTo(3);
        assertThat(test.passed()).isEqualTo(1);
        assertThat(test.success()).isFalse();
        assertThat(test.errors()).extracting(ServiceTest.Error::type).containsExactly("field_access", "access_denied");
    }

    @Test
    void aRefusalIsNoFaultOfTheRules() {
        TestOutcome outcome = Runs.tester(call -> new ReadReply.Failure(ErrorType.ACCESS_DENIED, "AccessDenied", "no"))
                .test(List.of(Runs.document()))
                .get(0);

        assertThat(outcome.test().success()).isTrue();
        assertThat(outcome.isChanged()).isFalse();
    }

    @Test
    void groupsErrorsIntoCauses() {
        ServiceTest test =
                Runs.tester(Runs::strict).test(List.of(Runs.document())).get(0).test();

        List<ErrorCause> causes = ErrorAnalysis.of(Map.of("iam", test));

        assertThat(causes).extracting(ErrorCause::type).containsExactlyInAnyOrder("access_denied", "field_access");
        assertThat(causes)
                .filteredOn(cause -> cause.type().equals("access_denied"))
                .singleElement()
                .satisfies(cause -> {
                    assertThat(cause.operation()).isEqualTo("iam.get_account_summary");
                    assertThat(cause.rules()).containsExactly("summary");
                    assertThat(cause.proposedFix())
                            .contains("iam.get_account_summary")
                            .contains("--print-iam-policy");
                });
    }

    @Test
    void writesResultsAndKeepsTheBatchInStep(@TempDir Path folder) throws IOException {
        Path rules = folder.resolve("iam_generated.yaml");
        Files.writeString(rules, RuleYamlWriter.write(Runs.document()));
        Path requirements = folder.resolve("requirements_validated.json");
        Files.writeString(
                requirements,
                """
                {"iam": [{"rule_id": "role-order", "decision": "automated", "validated_function": {}, "provenance": {}},
                         {"rule_id": "role-path", "decision": "automated", "provenance": {"generator": "embedded"}}]}
                """);

        new TestedBatch(folder).test(Runs.tester(Runs::strict));

        assertThat(rules).content().doesNotContain("role-order").contains("MaxItems: 1000");
        assertThat(folder.resolve("engine_test_results.json"))
                .content()
                .contains("\"checks_count\": 3")
                .contains("\"duration_seconds\"");
        assertThat(requirements)
                .content()
                .contains("\"decision\": \"manual_review\"")
                .contains("\"final_validation_status\": \"MANUAL_REVIEW\"")
                .contains("\"change\": \"PathPrefix left out\"")
                .contains("\"generator\": \"embedded\"");
    }

    @Test
    void keepsOnlyTheDiscoveriesThatAreNeeded() {
        assertThat(Demotion.without(Runs.document(), Set.of("role-path", "role-order"))
                        .discoveries())
                .extracting(Discovery::id)
                .containsExactly("aws.iam.get_account_summary");
    }
}
