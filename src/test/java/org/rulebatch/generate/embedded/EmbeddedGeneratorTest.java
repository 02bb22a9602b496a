package org.rulebatch.generate.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.knowledge.Knowledge;
import org.rulebatch.knowledge.ServiceNames;
import org.rulebatch.metadata.RuleMetadata;
import org.rulebatch.metadata.Rules;
import org.rulebatch.requirement.Conditions;
import org.rulebatch.requirement.Decision;
import org.rulebatch.requirement.Expressions;
import org.rulebatch.requirement.Requirement;
import org.rulebatch.ruleyaml.Chains;

/** Ensures that rules are decided as AWS's API says, and that a person is asked where it says nothing. */
final class EmbeddedGeneratorTest {

    private static final Catalog CATALOG = Catalog.bundled();
    private static final ServiceNames NAMES = new ServiceNames(CATALOG);
    private static final EmbeddedGenerator GENERATOR =
            new EmbeddedGenerator(CATALOG, Knowledge.bundled(), NAMES, new Chains(CATALOG));
    private static final Explainer EXPLAINER = new Explainer(GENERATOR, NAMES, CATALOG, new Chains(CATALOG));

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/generate/decided.txt", delimiter = '|')
    void decides(String id, String call, String path, String operator, String value) {
        Decision decision = GENERATOR.propose(Rules.starter(id)).decision();

        assertThat(decision).isInstanceOf(Decision.Automated.class);
        Requirement requirement = ((Decision.Automated) decision).requirement();
        assertThat(requirement.place().call()).hasToString(call);
        assertThat(requirement.place().path()).isEqualTo(path);
        if (requirement instanceof Conditions conditions) {
            assertThat(conditions.main().operator().wireName()).isEqualTo(operator);
            assertThat(String.valueOf(conditions.main().value())).isEqualTo(value);
        } else {
            assertThat(operator).isEqualTo("expression");
            assertThat(((Expressions) requirement).complies()).contains(value);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aws.iam.access_review.data_owners_approve",
                "aws.kms.key.custodians_sign_their_duties",
                "aws.lambda.function.source_reviewed_by_second_person",
                "aws.rds.db_instance.restore_rehearsed_yearly"
            })
    void asksAPersonWithThreeCandidatesWhereNoReadDecides(String id) {
        Decision decision = GENERATOR.propose(Rules.starter(id)).decision();

        assertThat(decision).isInstanceOf(Decision.ManualReview.class);
        assertThat(decision.candidates()).hasSize(3);
        assertThat(((Decision.ManualReview) decision).reason()).isNotBlank();
    }

    @Test
    void asksAPersonWhereNoApiBelongsToTheService() {
        Decision decision =
                GENERATOR.propose(Rules.of("aws.nosuch.thing.enabled")).decision();

        assertThat(((Decision.ManualReview) decision).reason()).contains("no AWS API belongs to 'nosuch'");
        assertThat(decision.candidates()).isEmpty();
    }

    @Test
    void explainsWithTheDecisionOfARun() {
        RuleMetadata rule = Rules.starter("aws.s3.bucket.versioning_enabled");

        Explanation explanation = EXPLAINER.explain(rule);

        assertThat(explanation.understood().control()).containsExactly("version");
        assertThat(explanation.options()).hasSize(10);
        assertThat(explanation.options().get(0).what()).isEqualTo("s3.get_bucket_versioning Status");
        assertThat(explanation.decision().outcome()).isEqualTo("automated");
        assertThat(explanation.decision().check()).contains("s3.get_bucket_versioning Status equals Enabled");
    }

    @Test
    void explainsScoresByPartsThatAddUpAndAreSorted() {
        Explanation explanation = EXPLAINER.explain(Rules.starter("aws.kms.key.rotation_enabled"));

        for (Explanation.Scored option : explanation.options()) {
            double sum = option.parts().stream()
                    .mapToDouble(Explanation.Part::points)
                    .sum();
            assertThat(sum).isCloseTo(option.score(), within(1e-9));
            assertThat(option.parts()).noneMatch(part -> part.points() == 0);
            assertThat(option.parts())
                    .isSortedAccordingTo((a, b) -> Double.compare(Math.abs(b.points()), Math.abs(a.points())));
        }
    }

    @Test
    void explainsARuleOfNoServiceWithoutOptions() {
        Explanation explanation = EXPLAINER.explain(Rules.of("aws.nosuch.thing.enabled"));

        assertThat(ExplanationText.of(explanation)).contains("clients   none", "\n  none\n", "manual_review");
    }
}
