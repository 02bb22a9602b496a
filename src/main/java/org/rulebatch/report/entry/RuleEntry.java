package org.rulebatch.report.entry;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rulebatch.metadata.RuleMetadata;
import org.rulebatch.pipeline.Outcome;
import org.rulebatch.pipeline.RuleResult;
import org.rulebatch.requirement.Candidate;
import org.rulebatch.requirement.Cause;
import org.rulebatch.requirement.Expressions;
import org.rulebatch.requirement.Finding;

/**
 * A rule and how it ended, as it stands in {@code requirements_validated.json}; the components are the keys, in their order.
 * Texts that a file does not have are empty.
 *
 * @param remediation what to do where it is violated
 * @param references where people can read more
 * @param compliance the controls of frameworks that the rule answers
 * @param reason why the rule is not automated; null where it is
 * @param reservation what a person must know before relying on the check; null where there is nothing
 * @param requirements what is read and what is expected there; without fields where the rule has no check
 * @param check the check as it stands in the rule file; null where there is none, or it is not recorded
 * @param parts what the rule asks for; null where it was not taken apart
 * @param examples answers of AWS on which the check was tried; null where it was not
 * @param validatedFunction the read of the rule's main field; null where the rule has no check
 * @param validationStatus {@code function_found}, else the decision
 * @param fieldValidation what the API models say of each field, by its path
 * @param finalValidationStatus {@code PASS}, {@code PROPOSED}, {@code MANUAL_REVIEW} or {@code FAILED}
 * @param cause why a person must look, as a stable id; of a proposed check only where it could not be proven; else null
 * @param confidence 0 to 1, four decimals
 * @param candidates the best other answers, best first; null where no generator came to the rule
 * @param provenance null where no generator came to the rule
 */
public record RuleEntry(
        String ruleId,
        String service,
        String title,
        String requirement,
        String description,
        String severity,
        @JsonInclude(Include.NON_EMPTY) String remediation,
        @JsonInclude(Include.NON_EMPTY) List<String> references,
        @JsonInclude(Include.NON_EMPTY) List<String> compliance,
        Decided decision,
        @JsonInclude(Include.NON_NULL) @Nullable String reason,
        @JsonInclude(Include.NON_NULL) @Nullable String reservation,
        @JsonProperty("ai_generated_requirements") RequirementEntry requirements,
        @JsonInclude(Include.NON_NULL) @Nullable CheckEntry check,
        @JsonInclude(Include.NON_NULL) @Nullable List<PartEntry> parts,
        @JsonInclude(Include.NON_NULL) @Nullable List<ExampleEntry> examples,
        @Nullable FunctionEntry validatedFunction,
        String validationStatus,
        Map<String, FieldValidation> fieldValidation,
        boolean allFieldsValid,
        String finalValidationStatus,
        @JsonInclude(Include.NON_NULL) @Nullable String cause,
        double confidence,
        @JsonInclude(Include.NON_NULL) @Nullable List<CandidateEntry> candidates,
        @JsonInclude(Include.NON_EMPTY) List<FindingEntry> findings,
        @JsonInclude(Include.NON_NULL) @Nullable ProvenanceEntry provenance) {

    private static final int MOST_CANDIDATES = 3;

    public RuleEntry {
        ruleId = Objects.requireNonNullElse(ruleId, "");
        service = Objects.requireNonNullElse(service, "");
        title = Objects.requireNonNullElse(title, "");
        requirement = Objects.requireNonNullElse(requirement, "");
        description = Objects.requireNonNullElse(description, "");
        severity = Objects.requireNonNullElse(severity, "");
        remediation = Objects.requireNonNullElse(remediation, "");
        references = references == null ? List.of() : List.copyOf(references);
        compliance = compliance == null ? List.of() : List.copyOf(compliance);
        decision = Objects.requireNonNullElse(decision, Decided.FAILED);
        requirements = Objects.requireNonNullElse(requirements, RequirementEntry.NONE);
        fieldValidation =
                fieldValidation == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(fieldValidation));
        findings = findings == null ? List.of() : List.copyOf(findings);
    }

    /** What a generator came to. */
    public static RuleEntry of(RuleResult result) {
        Draft draft = new Draft(result.rule());
        Outcome outcome = result.outcome();
        if (outcome instanceof Outcome.Automated automated) {
            draft.checked(automated, Decided.AUTOMATED, "PASS");
        } else if (outcome instanceof Outcome.Proposed proposed) {
            draft.checked(proposed, Decided.PROPOSED, "PROPOSED");
            draft.reservation = proposed.reservation();
            draft.cause = proposed.cause().map(Cause::wireName).orElse(null);
        } else if (outcome instanceof Outcome.ManualReview review) {
            draft.undecided(Decided.MANUAL_REVIEW, review.reason());
            draft.cause = review.cause().wireName();
            draft.confidence = rounded(review.confidence());
            draft.alternatives(review.candidates(), review.findings());
        } else if (outcome instanceof Outcome.Failed failed) {
            draft.undecided(Decided.FAILED, failed.reason());
        }
        draft.provenance = ProvenanceEntry.of(result.provenance());
        draft.parts = PartEntry.of(result.parts());
        return draft.entry();
    }

    /** A rule that no generator came to. */
    public static RuleEntry failed(RuleMetadata rule, String reason) {
        Draft draft = new Draft(rule);
        draft.undecided(Decided.FAILED, reason);
        return draft.entry();
    }

    /** The rule once its check was tested and cannot run: a person must look. What it read stays, for that person. */
    RuleEntry demoted(String why) {
        Draft draft = new Draft(this);
        draft.decision = Decided.MANUAL_REVIEW;
        draft.reason = why;
        draft.validatedFunction = null;
        draft.validationStatus = Decided.MANUAL_REVIEW.word();
        draft.allFieldsValid = false;
        draft.finalValidationStatus = "MANUAL_REVIEW";
        draft.cause = Cause.INVALID_CHECK.wireName();
        return draft.entry();
    }

    /** The rule with what was changed in its check after it was written. */
    RuleEntry corrected(Correction correction) {
        Draft draft = new Draft(this);
        draft.provenance = (provenance == null ? ProvenanceEntry.NONE : provenance).with(correction);
        return draft.entry();
    }

    /** Four decimals say enough, and are the same whatever the order in which a sum was taken. */
    static double rounded(double probability) {
        return Math.round(probability * 10_000) / 10_000.0;
    }

    /** An entry while its parts are gathered. */
    private static final class Draft {
        private final String ruleId;
        private final String service;
        private final String title;
        private final String requirement;
        private final String description;
        private final String severity;
        private final String remediation;
        private final List<String> references;
        private final List<String> compliance;
        private Decided decision = Decided.FAILED;
        private @Nullable String reason;
        private @Nullable String reservation;
        private RequirementEntry requirements = RequirementEntry.NONE;
        private @Nullable CheckEntry check;
        private @Nullable List<PartEntry> parts;
        private @Nullable List<ExampleEntry> examples;
        private @Nullable FunctionEntry validatedFunction;
        private String validationStatus = "";
        private Map<String, FieldValidation> fieldValidation = Map.of();
        private boolean allFieldsValid;
        private String finalValidationStatus = "";
        private @Nullable String cause;
        private double confidence;
        private @Nullable List<CandidateEntry> candidates;
        private List<FindingEntry> findings = List.of();
        private @Nullable ProvenanceEntry provenance;

        Draft(RuleMetadata rule) {
            ruleId = rule.ruleId();
            service = rule.service();
            title = rule.title();
            requirement = rule.requirement();
            description = rule.description();
            severity = rule.severity();
            remediation = rule.remediation();
            references = rule.references();
            compliance = rule.compliance();
        }

        Draft(RuleEntry entry) {
            ruleId = entry.ruleId;
            service = entry.service;
            title = entry.title;
            requirement = entry.requirement;
            description = entry.description;
            severity = entry.severity;
            remediation = entry.remediation;
            references = entry.references;
            compliance = entry.compliance;
            decision = entry.decision;
            reason = entry.reason;
            reservation = entry.reservation;
            requirements = entry.requirements;
            check = entry.check;
            parts = entry.parts;
            examples = entry.examples;
            validatedFunction = entry.validatedFunction;
            validationStatus = entry.validationStatus;
            fieldValidation = entry.fieldValidation;
            allFieldsValid = entry.allFieldsValid;
            finalValidationStatus = entry.finalValidationStatus;
            cause = entry.cause;
            confidence = entry.confidence;
            candidates = entry.candidates;
            findings = entry.findings;
            provenance = entry.provenance;
        }

        void checked(Outcome.WithCheck ended, Decided how, String status) {
            decision = how;
            requirements = RequirementEntry.of(ended.plan());
            check = ended.validated().requirement() instanceof Expressions asked ? CheckEntry.of(asked) : null;
            validatedFunction = FunctionEntry.of(ended.plan().calls().get(0));
            validationStatus = "function_found";
            fieldValidation = FieldValidation.of(ended.validated().fields());
            // Scripts count what is validated by it, and what is proposed is not yet.
            allFieldsValid = how == Decided.AUTOMATED;
            finalValidationStatus = status;
            confidence = rounded(ended.confidence());
            examples = ExampleEntry.of(ended.examples());
            alternatives(ended.candidates(), ended.validated().findings());
        }

        void undecided(Decided how, String why) {
            decision = how;
            reason = why;
            validationStatus = how.word();
            finalValidationStatus = how.name();
        }

        void alternatives(List<Candidate> others, List<Finding> found) {
            candidates = others.stream()
                    .limit(MOST_CANDIDATES)
                    .map(CandidateEntry::of)
                    .toList();
            findings = found.stream().map(FindingEntry::of).toList();
        }

        RuleEntry entry() {
            return new RuleEntry(
                    ruleId,
                    service,
                    title,
                    requirement,
                    description,
                    severity,
                    remediation,
                    references,
                    compliance,
                    decision,
                    reason,
                    reservation,
                    requirements,
                    check,
                    parts,
                    examples,
                    validatedFunction,
                    validationStatus,
                    fieldValidation,
                    allFieldsValid,
                    finalValidationStatus,
                    cause,
                    confidence,
                    candidates,
                    findings,
                    provenance);
        }
    }
}
