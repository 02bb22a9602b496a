package org.rulebatch.generate.override;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.generate.GeneratorException;
import org.rulebatch.metadata.RuleMetadata;
import org.rulebatch.pipeline.Outcome;
import org.rulebatch.pipeline.RulePipeline;
import org.rulebatch.pipeline.RuleResult;
import org.rulebatch.requirement.Cause;
import org.rulebatch.requirement.Conditions;
import org.rulebatch.requirement.Expressions;
import org.rulebatch.requirement.Finding;
import org.rulebatch.ruleyaml.Chains;

/** Ensures that what a person decided comes before a generator, is checked like anything else, and is never lost. */
final class OverridesTest {

    private static final String ID = "aws.s3.bucket.versioning_enabled";
    private static final String CHECK =
            """
            rule_id: aws.s3.bucket.versioning_enabled
            decision: automated
            reason: agreed with the storage team
            conditions:
            - client: s3
              operation: get_bucket_versioning
              path: %s
              operator: equals
              value: Enabled
            """;

    private static final String EXPRESSIONS =
            """
            rule_id: aws.s3.bucket.versioning_enabled
            decision: automated
            check:
              for_each:
              - {client: s3, operation: list_buckets}
              - {client: s3, operation: get_bucket_versioning}
              where: item.Name != 'logs'
              parameters: {wanted: Enabled}
              complies: item.%s == params.wanted
            """;

    @TempDir
    private Path folder;

    @Test
    void aCheckComesBeforeTheGenerator() throws IOException {
        write(ID, CHECK.formatted("Status"));

        RuleResult result = result();

        assertThat(result.provenance().generator()).isEqualTo("override");
        assertThat(result.outcome()).isInstanceOfSatisfying(Outcome.Automated.class, automated -> {
            assertThat(((Conditions) automated.validated().requirement()).main().path())
                    .isEqualTo("Status");
            assertThat(automated.validated().findings())
                    .extracting(Finding::message)
                    .contains("agreed with the storage team");
        });
    }

    @Test
    void aCheckMayBeWrittenInTheCheckLanguage() throws IOException {
        write(ID, EXPRESSIONS.formatted("Status"));

        assertThat(result().outcome()).isInstanceOfSatisfying(Outcome.Automated.class, automated -> {
            Expressions asked = (Expressions) automated.validated().requirement();
            assertThat(asked.where()).isEqualTo("item.Name != 'logs'");
            assertThat(asked.parameters()).containsEntry("wanted", "Enabled");
        });
    }

    @Test
    void anExpressionThatDoesNotCompileLeavesTheRuleToAPerson() throws IOException {
        write(ID, EXPRESSIONS.formatted("Statuss"));

        assertThat(result().outcome())
                .isInstanceOfSatisfying(Outcome.ManualReview.class, review -> assertThat(review.reason())
                        .contains("Did you mean", "Status"));
    }

    @Test
    void aConfirmedReviewStaysOne() throws IOException {
        write(ID, "rule_id: " + ID + "\ndecision: manual_review\nreason: people sign it\n");

        assertThat(result().outcome())
                .isEqualTo(new Outcome.ManualReview(Cause.PERSON, "people sign it", 1, List.of(), List.of()));
    }

    @Test
    void aFieldThatIsNotThereLeavesTheRuleToAPerson() throws IOException {
        write(ID, CHECK.formatted("Statuss"));

        assertThat(result().outcome()).isInstanceOfSatisfying(Outcome.ManualReview.class, review -> {
            assertThat(review.reason()).contains("Statuss");
            assertThat(review.findings()).extracting(Finding::id).contains("field.unknown");
        });
    }

    @Test
    void aFileThatIsNotOfTheFormIsSaidWithItsLine() throws IOException {
        Path file = write(ID, CHECK.formatted("Status") + "colour: red\n");

        assertThat(result().outcome()).isInstanceOfSatisfying(Outcome.ManualReview.class, review -> {
            assertThat(review.reason()).contains(file.toString(), "colour");
            assertThat(review.findings()).extracting(Finding::id).containsExactly("override.form");
        });
    }

    @Test
    void aFileNamedOtherwiseThanItsRuleIsSaid() throws IOException {
        write("another.rule", CHECK.formatted("Status"));

        assertThat(Overrides.in(folder).of("another.rule").orElseThrow().toString())
                .contains("name it " + ID);
        assertThat(Overrides.in(folder).of(ID)).isEmpty();
    }

    @Test
    void decisionsAboutItsRulesIdentifyARun() throws IOException {
        // given
        String none = Overrides.in(folder).identity(List.of(ID));
        write(ID, CHECK.formatted("Status"));
        String one = Overrides.in(folder).identity(List.of(ID));

        // when: one is made about a rule of other runs
        write("aws.s3.bucket.other", CHECK.formatted("Status").replace(ID, "aws.s3.bucket.other"));

        // then
        assertThat(none).isEmpty();
        assertThat(one).startsWith(ID + " ");
        assertThat(Overrides.in(folder).identity(List.of(ID))).isEqualTo(one);

        // when
        write(ID, CHECK.formatted("MFADelete"));

        // then
        assertThat(Overrides.in(folder).identity(List.of(ID))).isNotEqualTo(one);
    }

    @Test
    void aRunKeepsTheDecisionsItWasStartedWith() throws IOException {
        // given
        write(ID, CHECK.formatted("Status"));
        String started = Overrides.in(folder).identity(List.of(ID, "aws.s3.bucket.other"));

        // when
        write("aws.s3.bucket.other", CHECK.formatted("Status").replace(ID, "aws.s3.bucket.other"));

        // then
        assertThat(Overrides.in(folder).startedWith(started).ruleIds()).containsExactly(ID);
        assertThat(Overrides.in(folder).startedWith("").ruleIds()).isEmpty();

        // when
        write(ID, CHECK.formatted("MFADelete"));

        // then
        assertThatThrownBy(() -> Overrides.in(folder).startedWith(started))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(ID);
    }

    @Test
    void whatPeopleLeaveToPeopleIsCounted() throws IOException {
        write(ID, "rule_id: " + ID + "\ndecision: manual_review\nreason: it is about a contract\n");
        write("aws.s3.bucket.broken", "nothing: of use\n");
        Overrides overrides = Overrides.in(folder);
        String identity = overrides.identity(overrides.ruleIds());

        assertThat(overrides.leftToPeople(identity)).isOne();
        assertThat(overrides.leftToPeople("")).isZero();
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name + ".yaml"), text);
    }

    private RuleResult result() {
        Catalog catalog = Catalog.bundled();
        OverrideGenerator generator = new OverrideGenerator(
                Overrides.in(folder),
                rule -> {
                    throw new GeneratorException("not asked", new IllegalStateException());
                },
                catalog.version());
        RuleMetadata rule = new RuleMetadata(ID, "s3", "bucket", "", "", "", "", "", "medium");
        return new RulePipeline(catalog, new Chains(catalog), generator, "none")
                .process("s3", List.of(rule))
                .rules()
                .get(0);
    }
}
