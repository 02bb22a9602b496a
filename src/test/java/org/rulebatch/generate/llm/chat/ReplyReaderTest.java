package org.rulebatch.generate.llm.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rulebatch.metadata.Rules;
import org.rulebatch.requirement.Condition;
import org.rulebatch.requirement.Conditions;
import org.rulebatch.requirement.Conditions.Logic;
import org.rulebatch.requirement.Decision;
import org.rulebatch.requirement.Operator;

/** Ensures that a reply becomes the decision it states, and that one that cannot be used says why. */
final class ReplyReaderTest {

    private static final Prompt PROMPT = Prompts.of(Rules.starter("aws.s3.bucket.versioning_enabled"));
    private static final String VERSIONING = Prompts.id(PROMPT, "s3.get_bucket_versioning Status");

    @Test
    void readsACondition() {
        Decision.Automated decision = automated(reply(condition(VERSIONING, "equals", "\"Enabled\"")));

        Condition main = conditions(decision).main();
        assertThat(main.call()).hasToString("s3.get_bucket_versioning");
        assertThat(main.path()).isEqualTo("Status");
        assertThat(main.operator()).isEqualTo(Operator.EQUALS);
        assertThat(main.value()).isEqualTo("Enabled");
        assertThat(decision.confidence()).isEqualTo(0.9);
        assertThat(decision.notes()).singleElement().satisfies(note -> assertThat(note.message())
                .isEqualTo("Because."));
    }

    @Test
    void takesTheFactAsPeopleWroteItWhereTheReplySaysTheSame() {
        Prompt prompt = Prompts.of(Rules.starter("aws.s3.bucket.versioning_enabled"));
        Choice first = prompt.choices().all().get(0);
        Condition offered = first.lead().condition();
        String json =
                "{\"candidate\":\"c1\",\"operator\":\"" + offered.operator().wireName() + "\",\"value\":"
                        + PromptJson.of(Objects.requireNonNull(offered.value())) + ",\"quantifier\":null,\"where\":[]}";

        Decision.Automated decision =
                (Decision.Automated) ((Reply.Decided) ReplyReader.read(reply(json), prompt)).decision();

        assertThat(conditions(decision).main()).isEqualTo(offered);
    }

    @Test
    void readsSeveralConditions() {
        String two = condition(VERSIONING, "equals", "\"Enabled\"") + "," + condition(VERSIONING, "exists", "null");

        Decision.Automated decision = automated(reply(two).replace("\"single\"", "\"all\""));

        assertThat(conditions(decision).logic()).isEqualTo(Logic.ALL);
        assertThat(conditions(decision).conditions()).hasSize(2);
    }

    @Test
    void leavesARuleToAPersonWhereTheModelFindsNothing() {
        Decision decision = decided(
                "{\"rationale\":\"No field.\",\"decidable\":false,\"conditions\":[],\"logic\":\"single\",\"confidence\":0.8}");

        assertThat(decision).isInstanceOf(Decision.ManualReview.class);
        assertThat(((Decision.ManualReview) decision).reason()).contains("No field.");
        assertThat(decision.candidates()).hasSize(3);
    }

    @Test
    void findsTheObjectInProse() {
        String fenced = "Here it is:\n```json\n" + reply(condition(VERSIONING, "equals", "\"Enabled\"")) + "\n```";

        assertThat(conditions(automated(fenced)).main().path()).isEqualTo("Status");
    }

    @Test
    void readsAQuestionToTheCatalog() {
        Reply reply = ReplyReader.read(
                "{\"ask\":{\"tool\":\"search\",\"text\":\"object lock\"},\"decidable\":false}", PROMPT);

        assertThat(reply).isEqualTo(new Reply.Asks(new Lookup("", "search", "object lock")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                                       | reply.empty",
                "Sure! I would check the versioning.      | reply.not_json",
                "{\"decidable\": tru}                     | reply.not_json",
                "{\"unexpected\": 1}                      | reply.incomplete",
                "[]                                       | reply.not_json"
            })
    void saysWhyAReplyCannotBeUsed(String text, String id) {
        assertThat(findings(text)).contains(id);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"c99 | equals | \"Enabled\" | reply.candidate", "c1  | equal  | \"Enabled\" | reply.operator"})
    void saysWhatIsWrongWithACondition(String candidate, String operator, String value, String id) {
        assertThat(findings(reply(condition(candidate, operator, value)))).containsExactly(id);
    }

    @Test
    void doesNotReadAReplyOfAMegabyte() {
        assertThat(findings("{\"rationale\":\"" + "x".repeat(1_000_000) + "\"}"))
                .containsExactly("reply.too_long");
    }

    @Test
    void doesNotGuessHowConditionsCombine() {
        String two = condition(VERSIONING, "equals", "\"Enabled\"") + "," + condition(VERSIONING, "exists", "null");

        assertThat(findings(reply(two))).containsExactly("reply.logic");
    }

    private static List<String> findings(String text) {
        return ((Reply.Unusable) ReplyReader.read(text, PROMPT))
                .findings().stream().map(finding -> finding.id()).toList();
    }

    private static Decision.Automated automated(String text) {
        return (Decision.Automated) decided(text);
    }

    private static Decision decided(String text) {
        return ((Reply.Decided) ReplyReader.read(text, PROMPT)).decision();
    }

    private static String reply(String conditions) {
        return "{\"rationale\":\"Because.\",\"decidable\":true,\"conditions\":[" + conditions
                + "],\"logic\":\"single\",\"confidence\":0.9}";
    }

    private static String condition(String candidate, String operator, String value) {
        return "{\"candidate\":\"" + candidate + "\",\"operator\":\"" + operator + "\",\"value\":" + value
                + ",\"quantifier\":null,\"where\":[]}";
    }

    private static Conditions conditions(Decision.Automated decision) {
        return (Conditions) decision.requirement();
    }
}
