package org.rulebatch.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.generate.GeneratorException;
import org.rulebatch.generate.Proposal;
import org.rulebatch.generate.Provenance;
import org.rulebatch.generate.RequirementGenerator;
import org.rulebatch.metadata.RuleMetadata;
import org.rulebatch.metadata.Rules;
import org.rulebatch.requirement.Call;
import org.rulebatch.requirement.Cause;
import org.rulebatch.requirement.Condition;
import org.rulebatch.requirement.Conditions;
import org.rulebatch.requirement.Decision;
import org.rulebatch.requirement.Expectation;
import org.rulebatch.requirement.Finding;
import org.rulebatch.requirement.Operator;
import org.rulebatch.ruleyaml.Chains;
import org.rulebatch.ruleyaml.RuleYamlReader;
import org.rulebatch.yaml.YamlDocument;

/** Ensures that every rule ends in exactly one way, whatever its generator proposes. */
final class RulePipelineTest {

    private static final Catalog CATALOG = Catalog.bundled();
    private static final Map<String, Decision> PROPOSED = Map.of(
            "aws.s3.bucket.good", automated("s3", "get_bucket_versioning", "Status", "Enabled"),
            "aws.s3.bucket.write", automated("s3", "delete_bucket", "Status", "Enabled"),
            "aws.s3.bucket.field", automated("s3", "get_bucket_versioning", "Colour", "red"),
            "aws.s3.bucket.value", automated("s3", "get_bucket_versioning", "Status", "Sometimes"),
            "aws.s3.bucket.unbound", automated("fsx", "list_tags_for_resource", "Tags[].Key", "a"),
            "aws.s3.bucket.reserved", proposed("Status"),
            "aws.s3.bucket.colour", proposed("Colour"),
            "aws.s3.bucket.person", new Decision.ManualReview(Cause.NOTHING_FITS, "ask", 0.1, List.of()));

    private final RulePipeline pipeline = new RulePipeline(CATALOG, new Chains(CATALOG), new Proposing(), "fake");

    /** Proposes what stands in the table, and throws for a rule that does not. */
    private static final class Proposing implements RequirementGenerator {
        @Override
        public Proposal propose(RuleMetadata rule) {
            @Nullable Decision decision = PROPOSED.get(rule.ruleId());
            if (decision == null) {
                throw new GeneratorException("no answer", new IllegalStateException());
            }
            return new Proposal(decision, new Provenance("fake", null, null, CATALOG.version()));
        }
    }

    @Test
    void sendsWhatIsNotValidToAPersonWithItsFinding() {
        assertThat(rejected("write")).containsExactly("operation.not_read");
        assertThat(rejected("field")).containsExactly("field.unknown");
        assertThat(rejected("value")).containsExactly("value.enum");
        assertThat(rejected("unbound")).containsExactly("parameter.unbound");
        assertThat(rejected("person")).isEmpty();
    }

    @Test
    void failsARuleAloneWhereTheGeneratorThrows() {
        ServiceResult result = pipeline.process("s3", List.of(rule("good"), rule("absent")));

        assertThat(result.rules().get(0).outcome()).isInstanceOf(Outcome.Automated.class);
        assertThat(result.rules().get(1).outcome()).isEqualTo(new Outcome.Failed("GeneratorException: no answer"));
        assertThat(result.rules().get(1).provenance().generator()).isEqualTo("fake");
    }

    @Test
    void accountsForEveryRuleAndWritesOnlyTheAutomatedOnes() {
        List<RuleMetadata> rules = List.of(
                rule("absent"),
                rule("field"),
                rule("good"),
                rule("person"),
                rule("unbound"),
                rule("value"),
                rule("write"));

        ServiceResult result = pipeline.process("s3", rules);

        assertThat(result.rules()).extracting(RuleResult::rule).isEqualTo(rules);
        assertThat(count(result, Outcome.Automated.class)).isEqualTo(1);
        assertThat(count(result, Outcome.ManualReview.class)).isEqualTo(5);
        assertThat(count(result, Outcome.Failed.class)).isEqualTo(1);
        YamlDocument yaml = YamlDocument.parse("s3", result.yaml().orElseThrow());
        assertThat(new RuleYamlReader().read(yaml).checks())
                .extracting(check -> check.ruleId())
                .containsExactly("aws.s3.bucket.good");
    }

    @Test
    void writesNoFileWhereNothingIsAutomated() {
        assertThat(pipeline.process("s3", List.of(rule("write"))).yaml()).isEmpty();
    }

    @Test
    void writesProposedChecksIntoAFileOfTheirOwn() {
        ServiceResult result = pipeline.process("s3", List.of(rule("good"), rule("reserved")));

        assertThat(result.rules().get(1).outcome())
                .isInstanceOfSatisfying(Outcome.Proposed.class, proposed -> assertThat(proposed.reservation())
                        .isEqualTo("an indication"));
        assertThat(result.yaml().orElseThrow()).contains("bucket.good").doesNotContain("bucket.reserved");
        assertThat(result.proposed().orElseThrow()).contains("bucket.reserved").doesNotContain("bucket.good");
    }

    @Test
    void sendsAProposedCheckThatIsNotValidToAPerson() {
        assertThat(rejected("colour")).containsExactly("field.unknown");
        assertThat(pipeline.process("s3", List.of(rule("colour"))).proposed()).isEmpty();
    }

    private List<String> rejected(String name) {
        Outcome outcome =
                pipeline.process("s3", List.of(rule(name))).rules().get(0).outcome();
        return ((Outcome.ManualReview) outcome)
                .findings().stream().map(Finding::id).toList();
    }

    private static RuleMetadata rule(String name) {
        return Rules.of("aws.s3.bucket." + name);
    }

    private static long count(ServiceResult result, Class<? extends Outcome> kind) {
        return result.rules().stream()
                .filter(rule -> kind.isInstance(rule.outcome()))
                .count();
    }

    private static Decision proposed(String path) {
        Condition condition = Condition.of(
                "x", Call.of("s3", "get_bucket_versioning"), path, Expectation.of(Operator.EQUALS, "Enabled"));
        return new Decision.Proposed(Conditions.single(condition), "an indication", 0.7, List.of(), List.of());
    }

    private static Decision automated(String client, String method, String path, String value) {
        Condition condition = Condition.of("x", Call.of(client, method), path, Expectation.of(Operator.EQUALS, value));
        return new Decision.Automated(Conditions.single(condition), 0.9, List.of(), List.of());
    }
}
