package org.rulebatch.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.engine.Verdict.Status;
import org.rulebatch.generate.Proposal;
import org.rulebatch.generate.Provenance;
import org.rulebatch.metadata.Rules;
import org.rulebatch.prove.Example;
import org.rulebatch.prove.OwnExamples;
import org.rulebatch.requirement.Call;
import org.rulebatch.requirement.Cause;
import org.rulebatch.requirement.Decision;
import org.rulebatch.requirement.Expressions;
import org.rulebatch.requirement.Finding;
import org.rulebatch.requirement.Read;
import org.rulebatch.requirement.Requirement;
import org.rulebatch.requirement.Subject;
import org.rulebatch.ruleyaml.Chains;
import org.rulebatch.yaml.YamlDocument;

/** Ensures that no check counts as automated that no answer of AWS can violate, or that contradicts a person's example. */
final class TryingTest {

    private static final Catalog CATALOG = Catalog.bundled();
    private static final String RULE = "aws.ec2.vpc.not_default";
    private static final String NEVER_FAILS = "item.VpcId != \"a\" || true";

    @TempDir
    private Path examples;

    private ServiceResult result(String complies, String generator) {
        Call read = Call.of("ec2", "describe_vpcs");
        Subject.Items vpcs = new Subject.Items(List.of(new Read(read, "Vpcs[]")));
        Expressions asked = new Expressions(
                new Requirement.Place(read, "Vpcs[].IsDefault"), vpcs, null, Map.of(), Map.of(), complies, List.of());
        Proposal proposal = new Proposal(
                new Decision.Automated(asked, 0.9, List.of(), List.of()),
                new Provenance(generator, null, null, CATALOG.version()));
        return new RulePipeline(CATALOG, new Chains(CATALOG), rule -> proposal, "fake", OwnExamples.in(examples))
                .process("ec2", List.of(Rules.of(RULE)));
    }

    private static Outcome outcome(ServiceResult result) {
        return result.rules().get(0).outcome();
    }

    @Test
    void aProvenCheckStaysAutomatedWithItsExamples() {
        ServiceResult result = result("!item.IsDefault", "fake");

        assertThat(outcome(result))
                .isInstanceOfSatisfying(Outcome.Automated.class, automated -> assertThat(automated.examples())
                        .extracting(Example::verdict)
                        .contains(Status.PASS, Status.FAIL));
        YamlDocument file = YamlDocument.parse("ec2", result.examples().orElseThrow());
        assertThat(file.root().path("rules").propertyNames()).containsExactly(RULE);
    }

    @Test
    void aCheckThatNothingViolatesIsProposed() {
        ServiceResult result = result(NEVER_FAILS, "fake");

        assertThat(outcome(result)).isInstanceOfSatisfying(Outcome.Proposed.class, proposed -> {
            assertThat(proposed.reservation()).contains("No answer of AWS was found that violates this check");
            assertThat(proposed.cause()).contains(Cause.CANNOT_PROVE);
        });
        assertThat(result.yaml()).isEmpty();
        assertThat(result.proposed()).isPresent();
        assertThat(result.examples()).isEmpty();
    }

    @Test
    void aPersonsCheckThatNothingViolatesStaysAutomatedWithANote() {
        ServiceResult result = result(NEVER_FAILS, "override");

        assertThat(outcome(result)).isInstanceOfSatisfying(Outcome.Automated.class, automated -> assertThat(
                        automated.validated().findings())
                .extracting(Finding::id)
                .contains("cannot_prove"));
    }

    @Test
    void aCheckThatContradictsAPersonsExampleGoesToAPersonWithTheExamplesLine() throws IOException {
        Path file = examples.resolve(RULE + ".yaml");
        Files.writeString(
                file,
                """
                rules:
                  aws.ec2.vpc.not_default:
                  - verdict: FAIL
                    answers:
                      ec2.describe_vpcs: {Vpcs: [{VpcId: vpc-0a1b2c3d, IsDefault: false}]}
                """);

        Outcome outcome = outcome(result("!item.IsDefault", "fake"));

        assertThat(outcome).isInstanceOfSatisfying(Outcome.ManualReview.class, review -> {
            assertThat(review.cause()).isEqualTo(Cause.CONTRADICTS_EXAMPLE);
            assertThat(review.reason()).contains(file + ":3").contains("says PASS where the example says FAIL");
        });
    }

    @Test
    void aCheckThatHoldsAPersonsExampleStaysAutomated() throws IOException {
        Files.writeString(
                examples.resolve(RULE + ".yaml"),
                """
                rules:
                  aws.ec2.vpc.not_default:
                  - verdict: FAIL
                    answers:
                      ec2.describe_vpcs: {Vpcs: [{VpcId: vpc-0a1b2c3d, IsDefault: true}]}
                """);

        assertThat(outcome(result("!item.IsDefault", "fake"))).isInstanceOf(Outcome.Automated.class);
    }

    @Test
    void examplesAreTheSameFromRunToRun() {
        Optional<String> first = result("!item.IsDefault", "fake").examples();

        assertThat(result("!item.IsDefault", "fake").examples()).isPresent().isEqualTo(first);
    }
}
