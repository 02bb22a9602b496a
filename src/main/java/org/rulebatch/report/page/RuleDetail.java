package org.rulebatch.report.page;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rulebatch.report.entry.CandidateEntry;
import org.rulebatch.report.entry.ExampleEntry;
import org.rulebatch.report.entry.FieldEntry;
import org.rulebatch.report.entry.FieldValidation;
import org.rulebatch.report.entry.FindingEntry;
import org.rulebatch.report.entry.InvalidEntry;
import org.rulebatch.report.entry.ProvenanceEntry;
import org.rulebatch.report.entry.RuleEntry;
import org.rulebatch.report.entry.ServiceTest;

/**
 * What the page shows of a rule when it is opened; {@code detail.js} reads it. What a rule does not have is absent.
 *
 * @param reservation what a person has to decide before relying on the check
 * @param candidates the best other answers
 * @param logic how the fields combine
 * @param reads the discoveries that the check needs
 * @param check the check's part of the rule file
 * @param examples answers of AWS on which the check was tried: one that complies and one that violates
 * @param errors of the check's test
 * @param place of an invalid rule, {@code file:line}
 */
@JsonInclude(Include.NON_EMPTY)
record RuleDetail(
        String requirement,
        String description,
        List<FindingEntry> findings,
        @JsonInclude(Include.NON_NULL) @Nullable ProvenanceEntry provenance,
        List<Other> candidates,
        @Nullable String reason,
        @Nullable String reservation,
        List<Shown> fields,
        String logic,
        List<String> reads,
        @Nullable String check,
        List<Tried> examples,
        List<ServiceTest.Error> errors,
        @Nullable String place) {

    /** Another answer, a list without keys, for they are most of the page. */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonPropertyOrder({"score", "operation", "path", "operator", "value", "source"})
    @JsonInclude
    record Other(double score, String operation, String path, String operator, @Nullable Object value, String source) {

        static Other of(CandidateEntry entry) {
            return new Other(
                    entry.score(),
                    entry.client() + "." + entry.method(),
                    entry.path(),
                    entry.operator(),
                    entry.expected(),
                    entry.source());
        }
    }

    /** An example as it is shown. */
    record Tried(String verdict, Map<String, Object> answers) {

        static List<Tried> of(@Nullable List<ExampleEntry> examples) {
            return Stream.ofNullable(examples)
                    .flatMap(List::stream)
                    .map(each -> new Tried(each.verdict(), each.answers()))
                    .toList();
        }
    }

    /** A field with what the API models know of it: the values of its enum, or its type. */
    @JsonInclude
    record Shown(@JsonUnwrapped FieldEntry field, String known) {

        static Shown of(FieldEntry field, Map<String, FieldValidation> validation) {
            FieldValidation known = validation.get(field.path());
            return new Shown(field, known == null ? "" : known.known());
        }
    }

    /** @param block the rule's part of the rule file; null where there is none */
    static RuleDetail of(RuleEntry rule, RuleBlocks.@Nullable Block block, List<ServiceTest.Error> errors) {
        List<CandidateEntry> others = Objects.requireNonNullElse(rule.candidates(), List.of());
        return new RuleDetail(
                rule.requirement(),
                rule.description(),
                rule.findings(),
                rule.provenance(),
                others.stream().map(Other::of).toList(),
                rule.reason(),
                rule.reservation(),
                rule.requirements().fields().stream()
                        .map(field -> Shown.of(field, rule.fieldValidation()))
                        .toList(),
                rule.requirements().conditionLogic(),
                block == null ? List.of() : block.reads(),
                block == null ? null : block.text(),
                Tried.of(rule.examples()),
                errors,
                null);
    }

    static RuleDetail of(InvalidEntry rule) {
        return new RuleDetail(
                "",
                "",
                List.of(),
                null,
                List.of(),
                rule.reason(),
                null,
                List.of(),
                "",
                List.of(),
                null,
                List.of(),
                List.of(),
                rule.file() + ":" + rule.line());
    }
}
