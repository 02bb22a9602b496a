package org.rulebatch.engine.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rulebatch.engine.ErrorType;
import org.rulebatch.engine.ReadReply;
import org.rulebatch.report.entry.Correction;
import org.rulebatch.report.entry.ErrorCause;
import org.rulebatch.report.entry.ServiceTest;
import org.rulebatch.ruleyaml.Check;
import org.rulebatch.ruleyaml.Discovery;

/** Ensures that a tested file is corrected where that is mechanical, and holds no rule that cannot run. */
final class RuleTesterTest {

    @Test
    void correctsParametersAndTakesOutWhatCannotRun() {
        TestOutcome outcome =
                Runs.tester(Runs::strict).test(List.of(Runs.document())).get(0);

        assertThat(outcome.test().corrections())
                .extracting(Correction::change)
                .containsExactly("MaxItems: 5000 -> 1000", "PathPrefix left out");
        assertThat(outcome.test().demoted()).containsOnlyKeys("role-order");
        assertThat(outcome.test().demoted().get("role-order"))
                .contains("field_access")
                .contains("does not have the form that is needed");
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
        assertThat(outcome.test().isChanged()).isFalse();
    }

    @Test
    void groupsErrorsIntoCauses() {
        ServiceTest test =
                Runs.tester(Runs::strict).test(List.of(Runs.document())).get(0).test();

        List<ErrorCause> causes = ErrorCauses.of(Map.of("iam", test));

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
    void keepsOnlyTheDiscoveriesThatAreNeeded() {
        assertThat(Demotion.without(Runs.document(), Set.of("role-path", "role-order"))
                        .discoveries())
                .extracting(Discovery::id)
                .containsExactly("aws.iam.get_account_summary");
    }
}
