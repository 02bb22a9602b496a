package org.rulebatch.generate.llm.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rulebatch.metadata.Rules;
import org.rulebatch.requirement.Cause;
import org.rulebatch.requirement.Subject;

/** Ensures that a reply becomes the check it states, and that one that cannot be used says why. */
final class ReplyReaderTest {

    private static final Prompt PROMPT = Prompts.of(Rules.starter("aws.s3.bucket.versioning_enabled"));
    private static final String GOOD =
            """
            {"parts":[{"text":"buckets","by":"where","piece":"item.Name"}],"outcome":"check","for_each":["s3.get_bucket_versioning"],
            "where":"item.Name != \\"{\\"","with":[{"name":"keys","reads":["kms.list_keys"]}],"parameters":[{"name":"days","value":90}],
            "complies":"item.Status == \\"Enabled\\"","reservation":null,"basis":null,"cause":null,"reason":"Because.","confidence":0.9}""";

    @Test
    void readsACheck() {
        Written written = written(GOOD);

        assertThat(written.outcome()).isEqualTo(Written.Outcome.CHECK);
        assertThat(written.check().subject()).isInstanceOfSatisfying(Subject.Items.class, items -> assertThat(
                        items.reads().get(0).call())
                .hasToString("s3.get_bucket_versioning"));
        assertThat(written.check().where()).isEqualTo("item.Name != \"{\"");
        assertThat(written.check().with()).containsOnlyKeys("keys");
        assertThat(written.check().parameters()).containsEntry("days", 90);
        assertThat(written.check().complies()).isEqualTo("item.Status == \"Enabled\"");
        assertThat(written.parts()).containsExactly(new Written.Piece("buckets", Written.By.WHERE, "item.Name"));
        assertThat(written.confidence()).isEqualTo(0.9);
    }

    @Test
    void readsWhatIsJudgedOnceForAnAccount() {
        assertThat(written(GOOD.replace("[\"s3.get_bucket_versioning\"]", "[\"account\"]"))
                        .check()
                        .subject())
                .isEqualTo(Subject.Place.ACCOUNT);
    }

    @Test
    void readsThatNoReadDecidesTheRule() {
        Reply reply = ReplyReader.read(
                "{\"outcome\":\"undecidable\",\"cause\":\"needs_parameter\",\"reason\":\"No list.\",\"confidence\":0.8}",
                PROMPT);

        assertThat(reply).isEqualTo(new Reply.Undecided(Cause.NEEDS_PARAMETER, "No list.", 0.8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Here it is:\n```json\n%s\n```",
                "<think>\nThe rule wants {versioning}. {\"outcome\": \"check\"}\n</think>\n\n%s",
                "The rule wants {so c1}, as {\"a\": 1} says.\n%s",
                "reasoning without its first mark {\"outcome\":1}</think>%s",
                "%s\nI hope that {this} helps.",
                "```\n%s"
            })
    void findsTheObjectThatIsMeant(String around) {
        assertThat(written(String.format(around, GOOD))).isEqualTo(written(GOOD));
    }

    @Test
    void readsAQuestionToTheCatalog() {
        Reply reply = ReplyReader.read("{\"ask\":{\"tool\":\"search\",\"text\":\"object lock\"}}", PROMPT);

        assertThat(reply).isEqualTo(new Reply.Asks(new Lookup("", "search", "object lock")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                                       | reply.empty",
                "Sure! I would check the versioning.      | reply.not_json",
                "{\"outcome\": che}                       | reply.not_json",
                "{\"unexpected\": 1}                      | reply.outcome",
                "{\"outcome\": \"chek\"}                  | reply.outcome",
                "{\"outcome\": \"check\"}                 | reply.incomplete",
                "[]                                       | reply.not_json"
            })
    void saysWhyAReplyCannotBeUsed(String text, String id) {
        assertThat(findings(text)).contains(id);
    }

    @Test
    void wantsAReservationOfAProposal() {
        assertThat(findings(GOOD.replace("\"check\"", "\"proposal\""))).containsExactly("reply.incomplete");
    }

    @Test
    void doesNotReadAReplyOfAMegabyte() {
        assertThat(findings("{\"reason\":\"" + "x".repeat(1_000_000) + "\"}")).containsExactly("reply.not_json");
    }

    private static List<String> findings(String text) {
        return ((Reply.Unusable) ReplyReader.read(text, PROMPT))
                .findings().stream().map(finding -> finding.id()).toList();
    }

    private static Written written(String text) {
        return ((Reply.Check) ReplyReader.read(text, PROMPT)).written();
    }
}
