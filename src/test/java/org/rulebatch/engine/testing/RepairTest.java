package org.rulebatch.engine.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rulebatch.engine.ErrorType;
import org.rulebatch.engine.ReadCall;
import org.rulebatch.engine.ReadReply;
import org.rulebatch.report.entry.Correction;
import org.rulebatch.report.entry.ServiceTest;
import org.rulebatch.ruleyaml.Check;
import org.rulebatch.ruleyaml.RuleDocument;
import org.rulebatch.ruleyaml.RuleYamlReader;
import org.rulebatch.yaml.YamlDocument;

/** Ensures that what is mechanical is corrected, and that the corrected rule then decides. */
final class RepairTest {

    private static final String FILE =
            """
            version: '1.0'
            provider: aws
            service: s3
            discovery:
            - discovery_id: aws.iam.list_roles
              calls: [{client: iam, action: list_roles, save_as: list_roles_response, on_error: continue}]
              emit: {items_for: '{{ list_roles_response.Roles }}', as: resource, item: {RoleName: '{{ resource.RoleName }}'}}
            - discovery_id: aws.s3.list_buckets
              calls: [{action: list_buckets, save_as: list_buckets_response, on_error: continue}]
              emit: {items_for: '{{ list_buckets_response.%s }}', as: resource, item: {Bucket: '{{ resource.Name }}'}}
            - discovery_id: aws.s3.get_bucket_versioning
              for_each: %s
              calls: [{action: get_bucket_versioning, %s save_as: get_bucket_versioning_response, on_error: continue}]
              emit: {item: {Status: '{{ get_bucket_versioning_response.%s }}'}}
            checks:
            - {rule_id: versioning, title: t, severity: high, for_each: aws.s3.get_bucket_versioning, conditions: {var: item.Status, op: equals, value: Enabled}}
            """;

    private static final String PARAMS = "params: {Bucket: '{{ item.Bucket }}'},";

    @Test
    void aMemberIsSpelledAsTheApiDoes() {
        ServiceTest test = tested("buckets", "aws.s3.list_buckets", PARAMS, "status");

        assertThat(test.corrections())
                .extracting(Correction::change)
                .containsExactlyInAnyOrder("buckets -> Buckets", "status -> Status");
        assertThat(test.success()).isTrue();
        assertThat(test.passed()).isEqualTo(1);
    }

    @Test
    void aParentThatDoesNotEmitTheParameterGivesWayToTheOneThatDoes() {
        ServiceTest test = tested("Buckets", "aws.iam.list_roles", PARAMS, "Status");

        assertThat(test.corrections()).singleElement().satisfies(correction -> {
            assertThat(correction.change()).isEqualTo("for_each -> aws.s3.list_buckets");
            assertThat(correction.rules()).containsExactly("versioning");
            assertThat(correction.because()).contains("item.Bucket").contains("RoleName");
        });
        assertThat(test.passed()).isEqualTo(1);
    }

    @Test
    void aMissingParameterIsTakenFromTheParentThatEmitsIt() {
        ServiceTest test = tested("Buckets", "aws.s3.list_buckets", "", "Status");

        assertThat(test.corrections())
                .extracting(Correction::change)
                .containsExactly("Bucket: {{ item.Bucket }} of aws.s3.list_buckets");
        assertThat(test.passed()).isEqualTo(1);
    }

    @Test
    void whatCannotBeCorrectedIsLeftToAPerson() {
        ServiceTest test = tested("Buckets", "aws.s3.list_buckets", PARAMS, "Colour");

        assertThat(test.corrections()).isEmpty();
        assertThat(test.demoted().get("versioning"))
                .contains("field_access")
                .contains("GetBucketVersioningOutput has no Colour");
    }

    private static ServiceTest tested(String buckets, String parent, String params, String status) {
        String yaml = FILE.formatted(buckets, parent, params, status);
        RuleDocument document = new RuleYamlReader().read(YamlDocument.parse("s3_generated.yaml", yaml));
        TestOutcome outcome =
                Runs.tester(RepairTest::oneBucket).test(List.of(document)).get(0);
        assertThat(outcome.document().checks())
                .extracting(Check::ruleId)
                .noneMatch(outcome.test().demoted()::containsKey);
        return outcome.test();
    }

    private static ReadReply oneBucket(ReadCall call) {
        return switch (call.action()) {
            case "list_buckets" -> new ReadReply.Answer(Map.of("Buckets", List.of(Map.of("Name", "b"))));
            case "get_bucket_versioning" ->
                call.params().containsKey("Bucket")
                        ? new ReadReply.Answer(Map.of("Status", "Enabled"))
                        : new ReadReply.Failure(
                                ErrorType.MISSING_PARAMETER,
                                "",
                                call + " is not made: the parameter Bucket is required");
            default -> new ReadReply.Answer(Map.of());
        };
    }
}
