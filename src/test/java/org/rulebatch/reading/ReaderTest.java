package org.rulebatch.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rulebatch.metadata.RuleMetadata;

/** Ensures that a rule's texts are read in their order, with every word in a part, and boilerplate asks nothing. */
final class ReaderTest {

    private final Reader reader = new Reader(Boilerplate.none());

    @Test
    void theTitleIsTheNormAndTheDescriptionAddsToIt() {
        RuleReading reading = reader.read(rule(
                "aws.iam.user.r7",
                "IAM users with a console password must have MFA",
                "Every user needs a hardware MFA."));

        assertThat(reading.norm()).isEqualTo(Source.TITLE);
        assertThat(reading.normClauses()).hasSize(1);
        assertThat(reading.clauses(Source.DESCRIPTION)).hasSize(1);
    }

    @Test
    void theIdIsTheNormWhereTheTitleIsMissing() {
        RuleReading reading = reader.read(rule("aws.s3.bucket.versioning_enabled", "", ""));

        assertThat(reading.norm()).isEqualTo(Source.ID);
        assertThat(reading.contentWords()).extracting(ContentWord::text).contains("versioning");
    }

    @Test
    void theIdIsTheNormWhereTheTitleIsTheIdInWords() {
        RuleReading reading = reader.read(
                rule("aws.rds.instance.storage_encrypted_enabled", "RDS instance: Storage Encrypted Enabled", ""));

        assertThat(reading.norm()).isEqualTo(Source.ID);
    }

    @Test
    void everyContentWordBelongsToAPart() {
        String title =
                "Ensure that internet-facing load balancers of type application drop invalid headers, unless they are"
                        + " in staging, to prevent request smuggling";

        assertThat(reader.read(rule("aws.elbv2.loadbalancer.r1", title, "")).contentWords())
                .isNotEmpty()
                .allSatisfy(word -> {
                    assertThat(word.part()).isNotNull();
                    assertThat(word.place().in(title)).isEqualTo(word.text());
                });
    }

    @Test
    void aSentenceThatStandsInManyRulesAsksNothing() {
        List<RuleMetadata> rules = IntStream.range(0, 6)
                .mapToObj(n -> new RuleMetadata(
                        "aws.s3.kind" + n + ".r1",
                        "s3",
                        "kind" + n,
                        "",
                        "Kinds are tagged",
                        "Review each kind" + n + " with care.",
                        "",
                        "",
                        "low"))
                .toList();

        Reader informed = new Reader(Boilerplate.of(rules));

        assertThat(informed.read(rules.get(0)).silent()).hasSize(1);
        assertThat(reader.read(rules.get(0)).silent()).isEmpty();
    }

    @Test
    void textsWithoutWordsAreReadAsNothing() {
        assertThat(reader.read(rule("...", "—", " \n ")).contentWords()).isEmpty();
    }

    private static RuleMetadata rule(String id, String title, String description) {
        return new RuleMetadata(id, "x", "y", "", title, description, "", "", "medium");
    }
}
