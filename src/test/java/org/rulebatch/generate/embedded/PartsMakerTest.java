package org.rulebatch.generate.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.generate.Proposal;
import org.rulebatch.knowledge.Knowledge;
import org.rulebatch.knowledge.ServiceNames;
import org.rulebatch.metadata.RuleMetadata;
import org.rulebatch.requirement.Decision;
import org.rulebatch.requirement.Expressions;
import org.rulebatch.requirement.Piece;
import org.rulebatch.requirement.RulePart;
import org.rulebatch.ruleyaml.Chains;

/** Ensures that each part of a rule is listed with the piece of the check that answers it, or with none. */
final class PartsMakerTest {

    private static final Catalog CATALOG = Catalog.bundled();
    private static final EmbeddedGenerator GENERATOR =
            new EmbeddedGenerator(CATALOG, Knowledge.bundled(), new ServiceNames(CATALOG), new Chains(CATALOG));

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    iam | Access keys of IAM users are not older than 60 days | subject Access keys of IAM users: for_each, measure not older than 60 days: parameters
                    kms | Customer managed keys are rotated | population Customer managed: where, subject keys: for_each, property rotated: complies
                    cloudtrail | At least one trail records all regions | existence At least one: for_each, subject trail: with, property records: complies, quantifier all regions: complies
                    s3 | Each S3 bucket is versioned on weekends | quantifier Each: for_each, subject S3 bucket: for_each, property versioned: conditions, property weekends: -
                    """)
    void saysWhichPieceAnswersAPart(String service, String title, String parts) {
        assertThat(text(propose(service, title).parts())).isEqualTo(parts);
    }

    @Test
    void partsSideBySideWithTheSameAnswerAreOneCover() {
        Proposal proposal = propose("iam", "Access keys of IAM users are not older than 60 days");

        Expressions check = (Expressions) ((Decision.WithCheck) proposal.decision()).requirement();

        assertThat(check.covers().stream()
                        .map(cover -> cover.text() + ": " + cover.by().wireName()))
                .containsExactly("Access keys of IAM users: for_each", "not older than 60 days: parameters");
    }

    @Test
    void placesAreThoseOfTheText() {
        String title = "Access keys of IAM users are not older than 60 days";

        List<RulePart> parts = propose("iam", title).parts();

        assertThat(parts).isNotEmpty().allSatisfy(part -> assertThat(title.substring(part.from(), part.to()))
                .isEqualTo(part.text()));
        assertThat(propose("iam", title).parts()).isEqualTo(parts);
    }

    private static Proposal propose(String service, String title) {
        return GENERATOR.propose(
                new RuleMetadata("aws." + service + ".rule.r_1", service, "rule", "", title, "", "", "", "medium"));
    }

    private static String text(List<RulePart> parts) {
        return parts.stream()
                .map(part -> part.kind() + " " + part.text() + ": "
                        + part.coveredBy().map(Piece::wireName).orElse("-"))
                .collect(Collectors.joining(", "));
    }
}
