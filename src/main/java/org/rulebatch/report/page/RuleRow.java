package org.rulebatch.report.page;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.rulebatch.report.entry.Decided;
import org.rulebatch.report.entry.FindingEntry;
import org.rulebatch.report.entry.FunctionEntry;
import org.rulebatch.report.entry.InvalidEntry;
import org.rulebatch.report.entry.RuleEntry;
import org.rulebatch.report.entry.ServiceTest;
import org.rulebatch.report.entry.TestResults;

/**
 * One rule as a row of the table: a list without keys, in the order of {@code data.js}.
 *
 * @param decision the place of the decision in {@link Decided}
 * @param operation the read of the first field; empty where there is none
 * @param check what a compliant resource shows, on one line; empty where the rule has no check
 * @param gravity of the gravest finding or error, from 0 (none) to 3 (error)
 * @param why a person must look, or what a person has to decide; empty where there is nothing
 * @param cause why a person must look, as a stable id; empty where there is none
 * @param verdict of the check when it was executed; empty where it was not
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
@JsonPropertyOrder({
    "id",
    "title",
    "decision",
    "operation",
    "check",
    "confidence",
    "gravity",
    "generator",
    "severity",
    "why",
    "cause",
    "verdict",
    "controls"
})
record RuleRow(
        String id,
        String title,
        int decision,
        String operation,
        String check,
        double confidence,
        int gravity,
        String generator,
        String severity,
        String why,
        String cause,
        String verdict,
        List<Control> controls) {

    private static final List<String> GRAVITY = List.of("", "note", "warning", "error");
    private static final int ERROR = GRAVITY.indexOf("error");

    static RuleRow of(RuleEntry rule, Optional<TestResults> tests) {
        FunctionEntry function = rule.validatedFunction();
        List<ServiceTest.Error> errors =
                tests.map(results -> results.errors(rule)).orElse(List.of());
        return new RuleRow(
                rule.ruleId(),
                rule.title(),
                rule.decision().ordinal(),
                function == null ? "" : function.call(),
                function == null ? "" : ConditionText.of(rule),
                rule.confidence(),
                gravity(rule.findings(), errors),
                rule.provenance() == null ? "" : rule.provenance().generator(),
                rule.severity(),
                Objects.requireNonNullElse(rule.reservation(), Objects.requireNonNullElse(rule.reason(), "")),
                Objects.requireNonNullElse(rule.cause(), ""),
                tests.map(results -> results.verdict(rule)).orElse(""),
                rule.compliance().stream().map(Control::of).toList());
    }

    static RuleRow of(InvalidEntry rule) {
        return new RuleRow(
                rule.ruleId(),
                "",
                Decided.INVALID.ordinal(),
                "",
                "",
                0,
                ERROR,
                "",
                "",
                rule.reason(),
                "",
                "",
                List.of());
    }

    private static int gravity(List<FindingEntry> findings, List<ServiceTest.Error> errors) {
        int gravest = errors.isEmpty() ? 0 : ERROR;
        for (FindingEntry finding : findings) {
            gravest = Math.max(gravest, GRAVITY.indexOf(finding.severity()));
        }
        return gravest;
    }
}
