package org.rulebatch.report.entry;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rulebatch.catalog.FieldPath;
import org.rulebatch.requirement.Condition;

/**
 * A field that a check reads, and what a compliant resource shows there.
 *
 * @param conceptualName what the field is called in people's words
 * @param path from the root of the answer
 * @param operator {@code equals}, …
 * @param expected of the field's JSON type; null where the operator takes no value
 * @param validatedFunction the read, where it is another one than the rule's main read; else null
 */
public record FieldEntry(
        String conceptualName,
        @JsonProperty("boto3_python_field") String path,
        String operator,
        @JsonProperty("boto3_python_field_expected_values") @Nullable Object expected,
        @JsonUnwrapped ConditionDetails details,
        @JsonInclude(Include.NON_NULL) @Nullable FunctionEntry validatedFunction) {

    public FieldEntry {
        conceptualName = Objects.requireNonNullElse(conceptualName, "");
        path = Objects.requireNonNullElse(path, "");
        operator = Objects.requireNonNullElse(operator, "");
        details = Objects.requireNonNullElse(details, ConditionDetails.NONE);
    }

    /** A field that an expression reads: the expression as a whole decides. */
    static FieldEntry ofExpression(String path, String complies, @Nullable FunctionEntry function) {
        return new FieldEntry(
                FieldPath.parse(path).leafInWords(),
                path,
                CheckEntry.EXPRESSION,
                complies,
                ConditionDetails.NONE,
                function);
    }

    static FieldEntry of(Condition condition, @Nullable FunctionEntry function) {
        return new FieldEntry(
                condition.name(),
                condition.path(),
                condition.operator().wireName(),
                condition.value(),
                ConditionDetails.of(condition),
                function);
    }
}
