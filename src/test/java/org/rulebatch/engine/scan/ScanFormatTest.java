package org.rulebatch.engine.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rulebatch.engine.Evidence;
import org.rulebatch.engine.RunResult;
import org.rulebatch.engine.ServiceRun;
import org.rulebatch.engine.Verdict;
import org.rulebatch.engine.Verdict.Status;
import org.rulebatch.files.Printable;
import org.rulebatch.requirement.Operator;
import org.rulebatch.ruleyaml.Check;
import org.rulebatch.ruleyaml.Clause;
import org.rulebatch.ruleyaml.Demand;
import org.rulebatch.ruleyaml.RuleDocument;

/** Ensures that each form of a scan's output stays as it is: other tools read it. */
final class ScanFormatTest {

    private static final Set<ScanFormat> JSONS = Set.of(ScanFormat.JSON, ScanFormat.SARIF, ScanFormat.OCSF);
    private static final RuleTexts TEXTS = new RuleTexts(
            Map.of("aws.s3.bucket.public", "Block public access."),
            Map.of("aws.s3.bucket.public", List.of("cis_aws_3.0_2.1.4")));
    private static final Instant TIME = Instant.parse("2026-01-31T00:00:00Z");

    @ParameterizedTest
    @EnumSource
    void prints(ScanFormat format) throws IOException {
        StringWriter printed = new StringWriter();

        format.write(result(), TIME, TEXTS, new PrintWriter(printed));

        String name = format.name().toLowerCase(Locale.ROOT) + ".txt";
        String expected = Files.readString(Path.of("src/test/resources/engine/scan", name));
        assertThat(printed.toString().replace("\r\n", "\n")).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void nothingThatSteersATerminalIsPrinted(ScanFormat format) {
        // given
        String nasty = "a\u001b]0;pwned\u0007\u001b[2J\u009b31m\u202eexe\u2066\ud800b";
        Check check = check("aws.s3.bucket.public", "No bucket is open" + nasty, "high");
        Verdict verdict =
                new Verdict("s3", check, Status.UNKNOWN, "global", nasty, "s3.list_buckets: " + nasty, Evidence.NONE);
        StringWriter printed = new StringWriter();

        // when
        format.write(result(check, verdict), TIME, RuleTexts.NONE, new PrintWriter(printed));

        // then
        String text = printed.toString();
        assertThat(text).containsIgnoringCase("\\u001b]0;pwned\\u0007").containsIgnoringCase("\\u202eexe\\u2066");
        assertThat(text.replaceAll("\\R", "").codePoints()).allMatch(Printable::isPrintable, "may be printed");
        assertThat(text).contains(JSONS.contains(format) ? "\ufffdb" : "\\ud800b");
    }

    @Test
    void findingsWithoutANameOfTheirOwnHaveTheirOwnUid() {
        Check check = check("aws.s3.account.blocked", "Public access is blocked", "high");
        Verdict verdict = new Verdict("s3", check, Status.FAIL, "global", "", "", Evidence.NONE);
        StringWriter printed = new StringWriter();

        ScanFormat.OCSF.write(result(check, verdict, verdict), TIME, RuleTexts.NONE, new PrintWriter(printed));

        assertThat(printed.toString())
                .contains("\"aws.s3.account.blocked/123456789012/global/\"")
                .contains("\"aws.s3.account.blocked/123456789012/global/#2\"");
    }

    private static RunResult result(Check check, Verdict... verdicts) {
        RuleDocument document = new RuleDocument("s3", List.of(), List.of(check));
        ServiceRun run = new ServiceRun(document, List.of(verdicts), List.of(), Duration.ZERO);
        return new RunResult(List.of(run), Optional.of("123456789012"), 7, 6, Duration.ofMillis(1_234));
    }

    private static RunResult result() {
        Check open = check("aws.s3.bucket.public", "No bucket is \"open\", to anyone", "high");
        Check log = check("aws.s3.bucket.logged", "Access is logged", "low");
        Evidence evidence = new Evidence(
                List.of(
                        new Evidence.Found("item.PolicyStatus.IsPublic", true),
                        new Evidence.Found("item.Grants", "all"),
                        new Evidence.Found("item.Owner", null)),
                2,
                "!item.PolicyStatus.IsPublic && item.Grants == \"none\"");
        String reason = "found item.PolicyStatus.IsPublic = true; expected !item.PolicyStatus.IsPublic";
        List<Verdict> verdicts = List.of(
                new Verdict("s3", open, Status.FAIL, "global", "arn:aws:s3:::a", reason, evidence),
                new Verdict("s3", open, Status.PASS, "global", "b", "", Evidence.NONE),
                new Verdict(
                        "s3",
                        log,
                        Status.UNKNOWN,
                        "eu-west-1",
                        "=b",
                        "s3.get_bucket_logging: AccessDenied: no",
                        Evidence.NONE),
                new Verdict("s3", log, Status.NOT_APPLICABLE, "", "", "there is no such resource", Evidence.NONE));
        RuleDocument document = new RuleDocument("s3", List.of(), List.of(open, log));
        ServiceRun run = new ServiceRun(document, verdicts, List.of(), Duration.ZERO);
        return new RunResult(List.of(run), Optional.of("123456789012"), 7, 6, Duration.ofMillis(1_234));
    }

    private static Check check(String id, String title, String severity) {
        return new Check(
                id,
                title,
                severity,
                "aws.s3.list_buckets",
                new Demand.Conditions(new Clause.Leaf("item.A", Operator.EXISTS, null)));
    }
}
