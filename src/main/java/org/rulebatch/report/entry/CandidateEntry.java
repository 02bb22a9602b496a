package org.rulebatch.report.entry;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rulebatch.requirement.Candidate;
import org.rulebatch.requirement.Condition;

/**
 * Another answer, for a person who reviews the rule.
 *
 * @param client boto3 client
 * @param method boto3 method
 * @param path the field, from the root of the answer
 * @param expected null where the operator takes no value
 * @param score 0 to 1, higher is better
 * @param source what proposed it
 */
public record CandidateEntry(
        String client,
        @JsonProperty("python_method") String method,
        @JsonProperty("boto3_python_field") String path,
        String operator,
        @JsonProperty("boto3_python_field_expected_values") @Nullable Object expected,
        @JsonUnwrapped ConditionDetails details,
        double score,
        String source) {

    public CandidateEntry {
        details = Objects.requireNonNullElse(details, ConditionDetails.NONE);
    }

    static CandidateEntry of(Candidate candidate) {
        Condition condition = candidate.condition();
        return new CandidateEntry(
                condition.call().client(),
                condition.call().operation(),
                condition.path(),
                condition.operator().wireName(),
                condition.value(),
                ConditionDetails.of(condition),
                RuleEntry.rounded(candidate.score()),
                candidate.source());
    }
}
