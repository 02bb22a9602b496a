package org.rulebatch.report.page;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rulebatch.report.entry.Decided;
import org.rulebatch.report.entry.FieldEntry;
import org.rulebatch.report.entry.FindingEntry;
import org.rulebatch.report.entry.FunctionEntry;
import org.rulebatch.report.entry.InvalidEntry;
import org.rulebatch.report.entry.RuleEntry;
import org.rulebatch.report.entry.ServiceTest;

/**
 * One rule as a row of the table: a list without keys, in the order of {@code data.js}.
 *
 * @param decision the place of the decision in {@link Decided}
 * @param operation the read of the first field; empty where there is none
 * @param value expected in the first field
 * @param more fields besides the first one
 * @param gravity of the gravest finding or error, from 0 (none) to 3 (error)
 * @param findings and errors, how many
 * @param reservation what a person has to decide; empty where there is nothing
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
@JsonPropertyOrder({
    "id",
    "title",
    "decision",
    "operation",
    "path",
    "operator",
    "value",
    "more",
    "confidence",
    "gravity",
    "findings",
    "generator",
    "severity",
    "reservation"
})
record RuleRow(
        String id,
        String title,
        int decision,
        String operation,
        String path,
        String operator,
        @Nullable Object value,
        int more,
        double confidence,
        int gravity,
        int findings,
        String generator,
        String severity,
        String reservation) {

    private static final List<String> GRAVITY = List.of("", "note", "warning", "error");
    private static final int ERROR = GRAVITY.indexOf("error");

    static RuleRow of(RuleEntry rule, List<ServiceTest.Error> errors) {
        List<FieldEntry> fields = rule.requirements().fields();
        FieldEntry first = fields.isEmpty() ? null : fields.get(0);
        FunctionEntry function = rule.validatedFunction();
        return new RuleRow(
                rule.ruleId(),
                rule.title(),
                rule.decision().ordinal(),
                function == null ? "" : function.call(),
                first == null ? "" : first.path(),
                first == null ? "" : first.operator(),
                first == null ? null : first.expected(),
                Math.max(0, fields.size() - 1),
                rule.confidence(),
                gravity(rule.findings(), errors),
                rule.findings().size() + errors.size(),
                rule.provenance() == null ? "" : rule.provenance().generator(),
                rule.severity(),
                Objects.requireNonNullElse(rule.reservation(), ""));
    }

    static RuleRow of(InvalidEntry rule) {
        return new RuleRow(
                rule.ruleId(), rule.reason(), Decided.INVALID.ordinal(), "", "", "", null, 0, 0, ERROR, 1, "", "", "");
    }

    private static int gravity(List<FindingEntry> findings, List<ServiceTest.Error> errors) {
        int gravest = errors.isEmpty() ? 0 : ERROR;
        for (FindingEntry finding : findings) {
            gravest = Math.max(gravest, GRAVITY.indexOf(finding.severity()));
        }
        return gravest;
    }
}
