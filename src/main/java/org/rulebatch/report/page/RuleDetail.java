package org.rulebatch.report.page;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rulebatch.report.entry.CandidateEntry;
import org.rulebatch.report.entry.CheckEntry;
import org.rulebatch.report.entry.FieldEntry;
import org.rulebatch.report.entry.FieldValidation;
import org.rulebatch.report.entry.FindingEntry;
import org.rulebatch.report.entry.FunctionEntry;
import org.rulebatch.report.entry.InvalidEntry;
import org.rulebatch.report.entry.PartEntry;
import org.rulebatch.report.entry.ProvenanceEntry;
import org.rulebatch.report.entry.RuleEntry;
import org.rulebatch.report.entry.ServiceTest;

/**
 * What the page shows of a rule when it is opened; {@code detail.js} reads it. What a rule does not have is absent.
 *
 * @param candidates the best other answers
 * @param fields the conditions of a check that has those
 * @param logic how they combine
 * @param reads the discoveries that the check needs
 * @param asked the pieces of a check of expressions, by their names
 * @param check the check's part of the rule file
 * @param examples answers of AWS on which the check was tried: one that complies and one that violates
 * @param errors of the check's test
 * @param place of an invalid rule, {@code file:line}
 */
@JsonInclude(Include.NON_EMPTY)
record RuleDetail(
        String description,
        List<Part> parts,
        List<FindingEntry> findings,
        @JsonInclude(Include.NON_NULL) @Nullable ProvenanceEntry provenance,
        List<Other> candidates,
        List<Shown> fields,
        String logic,
        List<String> reads,
        Map<String, Object> asked,
        @Nullable String check,
        List<Tried> examples,
        List<ServiceTest.Error> errors,
        String remediation,
        List<String> references,
        @Nullable String place) {

    /** Another answer, a list without keys, for they are most of the page. */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonPropertyOrder({"score", "operation", "check", "source"})
    record Other(double score, String operation, String check, String source) {

        static Other of(CandidateEntry entry) {
            return new Other(
                    entry.score(), entry.client() + "." + entry.method(), ConditionText.of(entry), entry.source());
        }
    }

    /** A part of what the rule asks: the place and the offsets of its words, and the piece of the check that answers it. */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonPropertyOrder({"place", "from", "to", "by"})
    @JsonInclude
    record Part(String place, int from, int to, String by) {

        static Part of(PartEntry entry) {
            return new Part(entry.place(), entry.from(), entry.to(), Objects.requireNonNullElse(entry.coveredBy(), ""));
        }
    }

    /** An example as it is shown. */
    record Tried(String verdict, Map<String, Object> answers) {}

    /** A condition on a field with what the API models know of it: the values of its enum, or its type. */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonPropertyOrder({"operation", "check", "known"})
    @JsonInclude
    record Shown(String operation, String check, String known) {

        static Shown of(FieldEntry field, RuleEntry rule) {
            FieldValidation known = rule.fieldValidation().get(field.path());
            FunctionEntry own =
                    field.validatedFunction() == null ? rule.validatedFunction() : field.validatedFunction();
            return new Shown(
                    own == null ? "" : own.call(), ConditionText.of(field), known == null ? "" : known.known());
        }
    }

    /** @param block the rule's part of the rule file; null where there is none */
    static RuleDetail of(RuleEntry rule, RuleBlocks.@Nullable Block block, List<ServiceTest.Error> errors) {
        List<FieldEntry> fields = rule.check() == null ? rule.requirements().fields() : List.of();
        return new RuleDetail(
                rule.description(),
                list(rule.parts()).map(Part::of).toList(),
                rule.findings(),
                rule.provenance(),
                list(rule.candidates()).map(Other::of).toList(),
                fields.stream().map(field -> Shown.of(field, rule)).toList(),
                rule.requirements().conditionLogic(),
                block == null ? List.of() : block.reads(),
                rule.check() == null ? Map.of() : asked(rule.check()),
                block == null ? null : block.text(),
                list(rule.examples())
                        .map(each -> new Tried(each.verdict(), each.answers()))
                        .toList(),
                errors,
                rule.remediation(),
                rule.references(),
                null);
    }

    static RuleDetail of(InvalidEntry rule) {
        return new RuleDetail(
                "",
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of(),
                "",
                List.of(),
                Map.of(),
                null,
                List.of(),
                List.of(),
                "",
                List.of(),
                rule.file() + ":" + rule.line());
    }

    /** The pieces of a check of expressions, by the names that they have in a rule file. */
    private static Map<String, Object> asked(CheckEntry check) {
        Map<String, Object> asked = new LinkedHashMap<>();
        asked.put("for_each", check.forEach());
        check.with().forEach((name, read) -> asked.put("with " + name, read));
        check.parameters().forEach((name, value) -> asked.put("parameter " + name, value));
        if (check.where() != null) {
            asked.put("where", check.where());
        }
        if (check.complies() != null) {
            asked.put("complies", check.complies());
        }
        return asked;
    }

    private static <T> Stream<T> list(@Nullable List<T> of) {
        return of == null ? Stream.empty() : of.stream();
    }
}
