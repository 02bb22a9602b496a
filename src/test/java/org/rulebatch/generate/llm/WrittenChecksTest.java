package org.rulebatch.generate.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rulebatch.generate.llm.ModelServer.content;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rulebatch.generate.Proposal;
import org.rulebatch.generate.llm.chat.PromptStyle;
import org.rulebatch.metadata.RuleMetadata;
import org.rulebatch.metadata.Rules;
import org.rulebatch.requirement.Call;
import org.rulebatch.requirement.Cause;
import org.rulebatch.requirement.Cover;
import org.rulebatch.requirement.Decision;
import org.rulebatch.requirement.Expressions;
import org.rulebatch.requirement.Finding;
import org.rulebatch.requirement.Piece;
import org.rulebatch.requirement.Read;
import org.rulebatch.requirement.Requirement;
import org.rulebatch.requirement.Subject;
import tools.jackson.databind.JsonNode;

/** Ensures that a check which a model writes is held against the rule, AWS's models and examples before it is used. */
final class WrittenChecksTest {

    private static final RuleMetadata VERSIONING = Rules.starter("aws.s3.bucket.versioning_enabled");
    private static final RuleMetadata ROTATION =
            Rules.of("aws.kms.key.rotation", "Customer managed KMS keys rotate at least every 365 days", "");

    @RegisterExtension
    private static final ModelServer SERVER = new ModelServer();

    private final MemoryReplies store = new MemoryReplies();

    private static Replied rotation() {
        return Replied.empty()
                .part("Customer managed", "where", "item.KeyManager == \"CUSTOMER\"")
                .part("KMS keys", "for_each", "kms.describe_key")
                .part("rotate", "complies", "item.KeyRotationEnabled")
                .part("at least every 365 days", "complies", "item.RotationPeriodInDays <= params.days")
                .with("for_each", List.of("kms.describe_key", "kms.get_key_rotation_status"))
                .with("where", "item.KeyManager == \"CUSTOMER\"")
                .with("parameters", List.of(Map.of("name", "days", "value", 365)))
                .with(
                        "complies",
                        "item.KeyRotationEnabled && has(item.RotationPeriodInDays) && item.RotationPeriodInDays <= params.days");
    }

    @Test
    void takesAPopulationAParameterAndSeveralReads() {
        SERVER.answers(content(rotation().json()));

        Decision decision = propose(ROTATION).decision();

        assertThat(decision).isInstanceOfSatisfying(Decision.Automated.class, automated -> {
            Expressions check = (Expressions) automated.requirement();
            assertThat(check.where()).isEqualTo("item.KeyManager == \"CUSTOMER\"");
            assertThat(check.parameters()).containsEntry("days", 365);
            assertThat(check.covers())
                    .contains(new Cover("Customer managed", Piece.WHERE), new Cover("rotate", Piece.COMPLIES));
        });
        assertThat(SERVER.requests()).hasSize(1);
    }

    @Test
    void takesAFurtherListAndAVerdictOfTheAccount() {
        RuleMetadata rule = Rules.of("aws.cloudtrail.trail.multi_region", "A CloudTrail trail records all regions", "");
        SERVER.answers(content(Replied.empty()
                .part("A CloudTrail trail", "with", "cloudtrail.describe_trails")
                .part("records all regions", "complies", "t.IsMultiRegionTrail")
                .with("for_each", List.of("account"))
                .with("with", List.of(Map.of("name", "trails", "reads", List.of("cloudtrail.describe_trails"))))
                .with("complies", "trails.exists(t, t.IsMultiRegionTrail)")
                .json()));

        Decision decision = propose(rule).decision();

        assertThat(decision).isInstanceOfSatisfying(Decision.Automated.class, automated -> assertThat(
                        automated.requirement().isOfAPlace())
                .isTrue());
    }

    @Test
    void sendsBackAPartThatNothingAnswersAndThenProposesTheCheckWithThatReservation() {
        SERVER.answers(content(rotation()
                .with("where", null)
                .with(
                        "parts",
                        List.of(
                                Map.of("text", "KMS keys", "by", "for_each", "piece", "kms.describe_key"),
                                Map.of(
                                        "text",
                                        "rotate at least every 365 days",
                                        "by",
                                        "complies",
                                        "piece",
                                        "item.KeyRotationEnabled")))
                .json()));

        Decision decision = propose(ROTATION).decision();

        assertThat(SERVER.requests()).hasSize(3);
        assertThat(ModelServer.text(SERVER.requests().get(1)))
                .contains("the rule says \\\"managed\\\", and no part quotes it");
        assertThat(decision)
                .isInstanceOfSatisfying(Decision.Proposed.class, proposed -> assertThat(proposed.reservation())
                        .contains("managed"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "item.KeyManager == \\\"CUSTOMER\\\" | item.KeyState == \\\"Enabled\\\" | the piece item.KeyState",
                "Customer managed | Customer owned | does not stand in the rule",
                "\"value\":365 | \"value\":90 | the check has no such value"
            })
    void sendsBackWhatIsSaidWronglyOfAPart(String right, String wrong, String finding) {
        String reply = rotation().json();
        int at = reply.indexOf(right);
        SERVER.answers(content(reply.substring(0, at) + wrong + reply.substring(at + right.length())), content(reply));

        Decision decision = propose(ROTATION).decision();

        assertThat(ModelServer.text(SERVER.requests().get(1))).contains(finding);
        assertThat(decision).isInstanceOf(Decision.Automated.class);
    }

    @Test
    void sendsBackAnExpressionWithTheCaretUnderThePlace() {
        String wrong = Replied.versioning()
                .with("complies", "item.Status = \"Enabled\"")
                .json();
        SERVER.answers(content(wrong), content(Replied.versioning().json()));

        propose(VERSIONING);

        assertThat(ModelServer.text(SERVER.requests().get(1)))
                .contains("item.Status = \\\\\\\"Enabled\\\\\\\"\\n              ^".replace("\\\\\\\"", "\\\""))
                .contains("Write == to compare.");
    }

    @Test
    void sendsBackACheckThatCannotBeViolated() {
        Replied always = Replied.empty()
                .part("S3 buckets", "for_each", "s3.get_bucket_versioning")
                .part("keep earlier versions of their objects", "complies", "item.Status")
                .with("complies", "item.Status == \"Enabled\" || item.Status != \"Enabled\"");
        SERVER.answers(content(always.json()), content(Replied.versioning().json()));

        Decision decision = propose(VERSIONING).decision();

        assertThat(ModelServer.text(SERVER.requests().get(1))).contains("violates this check");
        assertThat(decision).isInstanceOf(Decision.Automated.class);
    }

    @Test
    void leavesToAPersonWhatTheModelFindsUndecidable() {
        SERVER.answers(content(Replied.empty()
                .with("outcome", "undecidable")
                .with("cause", "no_read_api")
                .with("reason", "No API says it.")
                .json()));

        Decision decision = propose(VERSIONING).decision();

        assertThat(decision).isInstanceOfSatisfying(Decision.ManualReview.class, review -> {
            assertThat(review.cause()).isEqualTo(Cause.NO_READ_API);
            assertThat(review.reason()).contains("No API says it.");
        });
    }

    @Test
    void proposesTheMeaningThatABenchmarkGivesToAVagueRule() {
        SERVER.answers(content(Replied.versioning()
                .with("outcome", "proposal")
                .with("reservation", "Versioning alone is taken for it.")
                .with("basis", "AWS Foundational Security Best Practices S3.14")
                .json()));

        Decision decision = propose(VERSIONING).decision();

        assertThat(decision)
                .isInstanceOfSatisfying(Decision.Proposed.class, proposed -> assertThat(proposed.reservation())
                        .contains("Versioning alone", "AWS Foundational Security Best Practices S3.14"));
    }

    @ParameterizedTest
    @CsvSource({"S3 buckets are properly configured", "S3 buckets follow best practices for versioning"})
    void neverAutomatesAVagueRuleWhateverTheModelSays(String title) {
        RuleMetadata vague = Rules.of("aws.s3.bucket.versioning", title, "");
        SERVER.answers(content(Replied.empty()
                .part(title, "complies", "item.Status == \"Enabled\"")
                .json()));

        Decision decision = propose(vague).decision();

        assertThat(decision).isInstanceOf(Decision.Proposed.class);
    }

    @Test
    void automatesWhatASecondOpinionOnTheExamplesAgreesWith() {
        FaithfulJudge judge = new FaithfulJudge(versioned("Enabled"));
        try (ScriptedServer scripted = new ScriptedServer(request -> FaithfulJudge.isAsked(request)
                ? judge.reply(request)
                : Replied.versioning().json())) {

            Decision decision = verified(VERSIONING, scripted.url()).decision();
            Decision again = verified(VERSIONING, scripted.url()).decision();

            assertThat(decision).isInstanceOf(Decision.Automated.class).isEqualTo(again);
            assertThat(scripted.requests()).hasSize(2);
            JsonNode second = scripted.requests().get(1);
            assertThat(ModelServer.text(second))
                    .contains("keep earlier versions")
                    .doesNotContain("item.Status");
            assertThat(second.has("tools")).isFalse();
        }
    }

    @Test
    void asksOnceMoreAndThenAPersonWhereTheSecondOpinionIsAnother() {
        FaithfulJudge judge = new FaithfulJudge(versioned("Suspended"));
        try (ScriptedServer scripted = new ScriptedServer(request -> FaithfulJudge.isAsked(request)
                ? judge.reply(request)
                : Replied.versioning().json())) {

            Decision decision = verified(VERSIONING, scripted.url()).decision();

            assertThat(scripted.requests().stream().filter(request -> !FaithfulJudge.isAsked(request)))
                    .hasSize(2);
            assertThat(ModelServer.text(scripted.requests().get(2))).contains("a reading of the rule says");
            assertThat(decision)
                    .isInstanceOfSatisfying(Decision.Proposed.class, proposed -> assertThat(proposed.reservation())
                            .contains("a reading of the rule says", "s3.get_bucket_versioning"));
        }
    }

    @Test
    void keepsTheCheckWithANoteWhereNoSecondOpinionCanBeHad() {
        SERVER.answers(content(Replied.versioning().json()), content("{}"));

        Decision decision = verified(VERSIONING, SERVER.url()).decision();

        assertThat(decision).isInstanceOfSatisfying(Decision.Automated.class, automated -> assertThat(automated.notes())
                .extracting(Finding::id)
                .contains("model.not_verified"));
        assertThat(SERVER.requests()).hasSize(3);
    }

    private static Expressions versioned(String value) {
        Call call = Call.of("s3", "get_bucket_versioning");
        return new Expressions(
                new Requirement.Place(call, "Status"),
                new Subject.Items(List.of(new Read(call, null))),
                null,
                Map.of(),
                Map.of(),
                "item.Status == \"" + value + "\"",
                List.of());
    }

    private Proposal propose(RuleMetadata rule) {
        return Generators.of(SERVER.url(), store).propose(rule);
    }

    private Proposal verified(RuleMetadata rule, URI url) {
        return Generators.of(
                        Generators.verifying(
                                Generators.settings(url, PromptStyle.STANDARD, Fallback.EMBEDDED, null, null)),
                        store)
                .propose(rule);
    }
}
