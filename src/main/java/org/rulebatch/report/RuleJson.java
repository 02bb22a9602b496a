package org.rulebatch.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulebatch.generate.Provenance;
import org.rulebatch.metadata.RuleMetadata;
import org.rulebatch.pipeline.Outcome;
import org.rulebatch.pipeline.RuleResult;
import org.rulebatch.requirement.Candidate;
import org.rulebatch.requirement.Conditions;
import org.rulebatch.requirement.Expressions;
import org.rulebatch.requirement.Requirement;
import org.rulebatch.requirement.Finding;

/** A rule and how it ended, as it stands in {@code requirements_validated.json}. */
final class RuleJson {

    private static final int MOST_CANDIDATES = 3;

    private RuleJson() {}

    static Map<String, @Nullable Object> of(RuleResult result) {
        Map<String, @Nullable Object> json = head(result.rule());
        Outcome outcome = result.outcome();
        if (outcome instanceof Outcome.Automated automated) {
            automated(json, automated);
        } else if (outcome instanceof Outcome.ManualReview review) {
            undecided(json, "manual_review", "MANUAL_REVIEW", review.reason());
            json.put("cause", review.cause().wireName());
            json.put("confidence", rounded(review.confidence()));
            candidates(json, review.candidates());
            findings(json, review.findings());
        } else if (outcome instanceof Outcome.Failed failed) {
            failed(json, failed.reason());
        }
        json.put("provenance", provenance(result.provenance()));
        return json;
    }

    /** A rule that no generator came to. */
    static Map<String, @Nullable Object> failed(RuleMetadata rule, String reason) {
        Map<String, @Nullable Object> json = head(rule);
        failed(json, reason);
        return json;
    }

    private static void failed(Map<String, @Nullable Object> json, String reason) {
        undecided(json, "failed", "FAILED", reason);
        json.put("confidence", 0.0);
    }

    private static Map<String, @Nullable Object> head(RuleMetadata rule) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("rule_id", rule.ruleId());
        json.put("service", rule.service());
        json.put("title", rule.title());
        json.put("requirement", rule.requirement());
        json.put("description", rule.description());
        json.put("severity", rule.severity());
        return json;
    }

    private static void automated(Map<String, @Nullable Object> json, Outcome.Automated automated) {
        RequirementJson requirement = new RequirementJson(automated.validated(), automated.plan());
        json.put("decision", "automated");
        json.put("ai_generated_requirements", requirement.fieldsAndLogic());
        json.put("validated_function", requirement.mainFunction());
        json.put("validation_status", "function_found");
        json.put("field_validation", requirement.fieldValidation());
        json.put("all_fields_valid", true);
        json.put("final_validation_status", "PASS");
        if (!requirement.check().isEmpty()) {
            json.put("check", requirement.check());
        }
        json.put("confidence", rounded(automated.confidence()));
        candidates(json, automated.candidates());
        findings(json, automated.validated().findings());
    }

    private static void undecided(Map<String, @Nullable Object> json, String decision, String status, String reason) {
        Map<String, @Nullable Object> nothing = new LinkedHashMap<>();
        nothing.put("fields", List.of());
        nothing.put("condition_logic", "single");
        json.put("decision", decision);
        json.put("reason", reason);
        json.put("ai_generated_requirements", nothing);
        json.put("validated_function", null);
        json.put("validation_status", decision);
        json.put("field_validation", Map.of());
        json.put("all_fields_valid", false);
        json.put("final_validation_status", status);
    }

    private static void candidates(Map<String, @Nullable Object> json, List<Candidate> candidates) {
        json.put(
                "candidates",
                candidates.stream()
                        .limit(MOST_CANDIDATES)
                        .map(RuleJson::candidate)
                        .toList());
    }

    private static Map<String, @Nullable Object> candidate(Candidate candidate) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        Requirement.Place place = candidate.requirement().place();
        json.put("client", place.call().client());
        json.put("python_method", place.call().operation());
        json.put("boto3_python_field", place.path());
        if (candidate.requirement() instanceof Conditions conditions) {
            json.put("operator", conditions.main().operator().wireName());
            json.put(
                    "boto3_python_field_expected_values", conditions.main().value());
            RequirementJson.putRest(json, conditions.main());
        } else if (candidate.requirement() instanceof Expressions expressions) {
            json.put("operator", RequirementJson.EXPRESSION);
            json.put("boto3_python_field_expected_values", expressions.complies());
            json.put("check", RequirementJson.check(expressions));
        }
        json.put("score", rounded(candidate.score()));
        json.put("source", candidate.source());
        return json;
    }

    private static void findings(Map<String, @Nullable Object> json, List<Finding> findings) {
        if (!findings.isEmpty()) {
            json.put("findings", findings.stream().map(RuleJson::finding).toList());
        }
    }

    private static Map<String, @Nullable Object> finding(Finding finding) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
        json.put("id", finding.id());
        json.put("place", finding.place());
        json.put("message", finding.message());
        json.put("hint", finding.hint());
        return json;
    }

    private static Map<String, @Nullable Object> provenance(Provenance provenance) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("generator", provenance.generator());
        json.put("model", provenance.model());
        json.put("prompt_sha256", provenance.promptSha256());
        json.put("catalog", provenance.catalog());
        return json;
    }

    /** Four decimals say enough, and are the same whatever the order in which a sum was taken. */
    private static double rounded(double probability) {
        return Math.round(probability * 10_000) / 10_000.0;
    }
}
