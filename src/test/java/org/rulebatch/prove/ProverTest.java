package org.rulebatch.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rulebatch.engine.Verdict.Status;
import org.rulebatch.requirement.Finding;
import org.rulebatch.ruleyaml.Check;
import org.rulebatch.ruleyaml.Demand;
import org.rulebatch.ruleyaml.RuleDocument;
import org.rulebatch.ruleyaml.RuleYamlReader;
import org.rulebatch.yaml.YamlDocument;

/** Ensures that checks get examples of each verdict that they can give, and none where they cannot. */
final class ProverTest {

    private static final RuleDocument DOCUMENT = document();

    private static RuleDocument document() {
        try {
            return new RuleYamlReader().read(Path.of("src/test/resources/prove/checks.yaml"));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static Stream<String> rules() {
        return DOCUMENT.checks().stream().map(Check::ruleId);
    }

    private static RuleDocument one(String rule) {
        return DOCUMENT.checks().stream()
                .filter(check -> check.ruleId().equals(rule))
                .map(DOCUMENT::only)
                .findFirst()
                .orElseThrow();
    }

    private static List<Example> examples(String rule) {
        Proof proof = ProofFixture.PROVER.prove(one(rule));
        assertThat(proof).isInstanceOf(Proof.Proven.class);
        return ((Proof.Proven) proof).examples();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void findsEachVerdict(String rule) {
        List<Status> verdicts = examples(rule).stream().map(Example::verdict).toList();

        assertThat(verdicts).contains(Status.PASS, Status.FAIL);
        boolean population = ((Demand.Expressions) one(rule).checks().get(0).demand()).where() != null;
        if (population) {
            assertThat(examples(rule))
                    .anyMatch(each -> each.verdict() == Status.NOT_APPLICABLE
                            && !each.answers().isEmpty());
        }
        assertThat(examples(rule)).anyMatch(each -> each.answers().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"true", "false", "item.VpcId == \"a\" && item.VpcId == \"b\"", "item.VpcId != \"a\" || true"})
    void provesNothingThatCannotBeMetOrViolated(String complies) {
        Check check = one("ec2.no_ssh").checks().get(0);
        Demand demand = new Demand.Expressions(null, java.util.Map.of(), java.util.Map.of(), complies, List.of());
        RuleDocument document = new RuleDocument(
                "ec2",
                one("ec2.no_ssh").discoveries(),
                List.of(new Check(check.ruleId(), "t", "high", check.forEach(), demand)));

        assertThat(ProofFixture.PROVER.prove(document)).isInstanceOf(Proof.CannotProve.class);
    }

    @Test
    void isTheSameEachTime() {
        assertThat(examples("ec2.flow_logs")).isEqualTo(examples("ec2.flow_logs"));
    }

    @Test
    void readsLikeAnAnswer() {
        Example complying = examples("ec2.flow_logs").get(0);

        assertThat(complying.answers().toString()).contains("VpcId=vpc-0a1b2c3d4e5f60001");
    }

    @Test
    void writesWhatHoldsWhenItIsReadBack() {
        TreeMap<String, List<Example>> all = new TreeMap<>();
        rules().forEach(rule -> all.put(rule, examples(rule)));

        String yaml = ExamplesWriter.write(all);

        Examples examples = new Examples(ProofFixture.CATALOG, ProofFixture.LANGUAGE);
        assertThat(examples.check(DOCUMENT, YamlDocument.parse("ec2_examples.yaml", yaml)))
                .isEmpty();
    }

    @Test
    void saysAtWhichLineAnExampleDoesNotHold() {
        String yaml =
                """
                rules:
                  kms.rotation:
                  - verdict: PASS
                    answers:
                      kms.list_keys: {Keys: [{KeyId: a}]}
                      kms.describe_key:
                        KeyMetadata: {KeyManager: CUSTOMER, KeySpec: SYMMETRIC_DEFAULT, Origin: AWS_KMS, KeyState: Enabled}
                      kms.get_key_rotation_status: {KeyRotationEnabled: false}
                """;

        List<Finding> findings = new Examples(ProofFixture.CATALOG, ProofFixture.LANGUAGE)
                .check(DOCUMENT, YamlDocument.parse("own.yaml", yaml));

        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).place()).isEqualTo("own.yaml:3");
        assertThat(findings.get(0).message()).contains("says FAIL where the example says PASS");
    }

    @Test
    void noticesMutants() {
        Noticed noticed = new Noticed();
        rules().forEach(rule -> noticed.add(one(rule), examples(rule)));

        System.out.printf("checks of many kinds: %d mutants, %.1f %% noticed%n", noticed.all(), 100 * noticed.share());
        assertThat(noticed.all()).isGreaterThan(40);
        assertThat(noticed.share())
                .as(() -> String.join("\n", noticed.missed()))
                .isGreaterThanOrEqualTo(0.9);
    }
}
