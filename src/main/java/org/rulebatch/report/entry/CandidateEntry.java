package org.rulebatch.report.entry;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rulebatch.requirement.Candidate;
import org.rulebatch.requirement.Condition;
import org.rulebatch.requirement.Conditions;
import org.rulebatch.requirement.Expressions;

/**
 * Another answer, for a person who reviews the rule.
 *
 * @param client boto3 client
 * @param method boto3 method
 * @param path the field, from the root of the answer
 * @param expected null where the operator takes no value
 * @param check the whole check, where no single comparison is one; else null
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
        @JsonInclude(Include.NON_NULL) @Nullable CheckEntry check,
        double score,
        String source) {

    public CandidateEntry {
        details = Objects.requireNonNullElse(details, ConditionDetails.NONE);
    }

    static CandidateEntry of(Candidate candidate) {
        if (candidate.requirement() instanceof Expressions asked) {
            return new CandidateEntry(
                    asked.place().call().client(),
                    asked.place().call().operation(),
                    asked.place().path(),
                    CheckEntry.EXPRESSION,
                    asked.complies(),
                    ConditionDetails.NONE,
                    CheckEntry.of(asked),
                    RuleEntry.rounded(candidate.score()),
                    candidate.source());
        }
        Condition condition = ((Conditions) candidate.requirement()).main();
        return new CandidateEntry(
                condition.call().client(),
                condition.call().operation(),
                condition.path(),
                condition.operator().wireName(),
                condition.value(),
                ConditionDetails.of(condition),
                null,
                RuleEntry.rounded(candidate.score()),
                candidate.source());
    }
}
