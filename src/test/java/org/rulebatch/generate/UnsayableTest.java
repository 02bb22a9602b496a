package org.rulebatch.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rulebatch.metadata.RuleMetadata;
import org.rulebatch.requirement.Call;
import org.rulebatch.requirement.Cause;
import org.rulebatch.requirement.Condition;
import org.rulebatch.requirement.Conditions;
import org.rulebatch.requirement.Decision;
import org.rulebatch.requirement.Expectation;
import org.rulebatch.requirement.Operator;

/** Ensures that no rule is automated by a condition that cannot say what the rule asks. */
final class UnsayableTest {

    @ParameterizedTest
    @CsvSource({
        "s3, get_bucket_policy, Policy, NOT_CONTAINS",
        "iam, get_policy_version, PolicyVersion.Document, NOT_CONTAINS",
        "logs, describe_resource_policies, resourcePolicies[].policyDocument, NOT_CONTAINS",
        "glue, get_resource_policies, GetResourcePoliciesResponseList[].PolicyInJson, CONTAINS",
        "organizations, describe_policy, Policy.Content, CONTAINS"
    })
    void aPolicyDocumentIsNotJudgedByItsText(String client, String operation, String path, Operator operator) {
        Decision.ManualReview review = (Decision.ManualReview) decided(client, operation, path, operator, "aws:*");

        assertThat(review.cause()).isEqualTo(Cause.NOT_COVERED);
        assertThat(review.reason()).contains("policy document").contains(path);
    }

    @Test
    void anAlarmIsNotJudgedByOneFilter() {
        Decision.ManualReview review = (Decision.ManualReview) decided(
                "logs",
                "describe_metric_filters",
                "metricFilters[].filterPattern",
                Operator.CONTAINS,
                "CreateNetworkAcl");

        assertThat(review.cause()).isEqualTo(Cause.NOT_COVERED);
    }

    @Test
    void anEmptyListOfAllowedValuesIsForTheOrganisationToFill() {
        Decision.ManualReview review = (Decision.ManualReview) decided(
                "organizations",
                "list_delegated_administrators",
                "DelegatedAdministrators[].Id",
                Operator.IN,
                List.of());

        assertThat(review.cause()).isEqualTo(Cause.NEEDS_PARAMETER);
    }

    @ParameterizedTest
    @CsvSource({
        "elbv2, describe_listeners, Listeners[].SslPolicy, CONTAINS",
        "s3, get_bucket_policy, Policy, EXISTS",
        "ssm, get_document, Content, CONTAINS"
    })
    void otherConditionsPass(String client, String operation, String path, Operator operator) {
        Object value = operator == Operator.EXISTS ? null : "TLS13";

        assertThat(decided(client, operation, path, operator, value)).isInstanceOf(Decision.Automated.class);
    }

    private static Decision decided(
            String client, String operation, String path, Operator operator, @Nullable Object value) {
        Condition condition = Condition.of("name", Call.of(client, operation), path, Expectation.of(operator, value));
        Decision automated = new Decision.Automated(Conditions.single(condition), 0.9, List.of(), List.of());
        Provenance provenance = new Provenance("embedded", null, null, "botocore");
        RuleMetadata rule = new RuleMetadata("aws.s3.bucket.x", "s3", "bucket", "", "x", "", "", "", "medium");
        return new Unsayable(each -> new Proposal(automated, provenance))
                .propose(rule)
                .decision();
    }
}
