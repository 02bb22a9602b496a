package org.rulebatch.generate.replies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.generate.Proposal;
import org.rulebatch.generate.embedded.EmbeddedGenerator;
import org.rulebatch.generate.embedded.Hint;
import org.rulebatch.knowledge.Knowledge;
import org.rulebatch.knowledge.ServiceNames;
import org.rulebatch.metadata.RuleMetadata;
import org.rulebatch.metadata.Rules;
import org.rulebatch.requirement.Condition;
import org.rulebatch.requirement.Conditions;
import org.rulebatch.requirement.Decision;
import org.rulebatch.requirement.Finding;
import org.rulebatch.requirement.Operator;
import org.rulebatch.ruleyaml.Chains;

/** Ensures that a recorded answer finds its operation, is believed where it agrees, and doubted where it does not. */
final class RepliesGeneratorTest {

    private static final Catalog CATALOG = Catalog.bundled();
    private static final EmbeddedGenerator EMBEDDED =
            new EmbeddedGenerator(CATALOG, Knowledge.bundled(), new ServiceNames(CATALOG), new Chains(CATALOG));
    private static final RuleMetadata VERSIONING = Rules.starter("aws.s3.bucket.versioning_enabled");

    @Test
    void findsOperationAndPathOfANamedField() {
        Proposal proposal = propose(VERSIONING, reply("Status", Operator.EQUALS, "Enabled"));

        Decision.Automated decision = (Decision.Automated) proposal.decision();
        Condition main = ((Conditions) decision.requirement()).main();
        assertThat(main.call()).hasToString("s3.get_bucket_versioning");
        assertThat(main.path()).isEqualTo("Status");
        assertThat(decision.notes()).extracting(Finding::id).contains("reply.agrees");
        assertThat(proposal.provenance().generator()).isEqualTo("replies");
    }

    @Test
    void trustsWhatIsNamedMoreThanWhatIsNot() {
        double agreed = confidence(propose(VERSIONING, reply("Status", Operator.EQUALS, "Enabled")));
        double differed = confidence(propose(VERSIONING, reply("BucketOwner", Operator.EXISTS, null)));

        assertThat(agreed).isGreaterThan(differed);
    }

    @Test
    void sendsARuleToAPersonWhereTheReplyNamesAnotherFieldAndTheBestIsUncertain() {
        RuleMetadata rule = Rules.of("aws.ec2.instance.hibernation_notice");
        Hint other = reply("KernelId", Operator.EXISTS, null);

        Decision decision = propose(rule, other).decision();

        assertThat(decision).isInstanceOf(Decision.ManualReview.class);
        assertThat(((Decision.ManualReview) decision).reason()).endsWith("; the recorded reply names KernelId");
    }

    @Test
    void takesOperatorAndValueOfTheReplyForAFieldThatNoFactSpeaksOf() {
        RuleMetadata rule = Rules.of("aws.ec2.instance.kernel_id");

        Condition best =
                candidates(rule, reply("KernelId", Operator.NOT_EXISTS, null)).get(0);

        assertThat(best.path()).endsWith("KernelId");
        assertThat(best.operator()).isEqualTo(Operator.NOT_EXISTS);
    }

    @Test
    void doesNotTakeAValueThatTheFieldCannotHave() {
        RuleMetadata rule = Rules.of("aws.ec2.instance.kernel_id");
        Condition guessed = ((Conditions) EMBEDDED.candidates(rule, 1).get(0).requirement()).main();

        Condition best = candidates(rule, reply("KernelId", Operator.EQUALS, Map.of("a", "b")))
                .get(0);

        assertThat(best.expectation()).isEqualTo(guessed.expectation());
    }

    @Test
    void decidesARuleWithoutAReplyAsTheEmbeddedGeneratorDoesAndSaysSo() {
        Proposal proposal =
                new RepliesGenerator(EMBEDDED, id -> Optional.empty(), CATALOG.version()).propose(VERSIONING);

        Decision.Automated alone =
                (Decision.Automated) EMBEDDED.propose(VERSIONING).decision();
        Decision.Automated decision = (Decision.Automated) proposal.decision();
        assertThat(decision.requirement()).isEqualTo(alone.requirement());
        assertThat(decision.confidence()).isEqualTo(alone.confidence());
        assertThat(decision.notes()).extracting(Finding::id).contains("reply.none");
        assertThat(proposal.provenance().generator()).isEqualTo("embedded");
    }

    private static Proposal propose(RuleMetadata rule, Hint hint) {
        return new RepliesGenerator(EMBEDDED, id -> Optional.of(hint), CATALOG.version()).propose(rule);
    }

    private static List<Condition> candidates(RuleMetadata rule, Hint hint) {
        return new RepliesGenerator(EMBEDDED, id -> Optional.of(hint), CATALOG.version())
                .candidates(rule, 3).stream()
                        .map(candidate -> ((Conditions) candidate.requirement()).main())
                        .toList();
    }

    private static Hint reply(String name, Operator operator, @Nullable Object value) {
        return new Hint(List.of(new Hint.Named(name, operator, value)));
    }

    private static double confidence(Proposal proposal) {
        return proposal.decision() instanceof Decision.Automated automated
                ? automated.confidence()
                : ((Decision.ManualReview) proposal.decision()).confidence();
    }
}
