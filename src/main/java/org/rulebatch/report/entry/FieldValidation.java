package org.rulebatch.report.entry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rulebatch.validate.FieldCheck;

/**
 * What the API models say of a field.
 *
 * @param originalName the path as it was proposed, where it was corrected; else null
 * @param validation {@code exact_match}, …
 * @param type {@code string}, {@code integer}, {@code list}, …; null where the field is unknown
 * @param allowedValues of the enum, empty where there is none
 */
public record FieldValidation(
        boolean exists,
        String correctName,
        @Nullable String originalName,
        String validation,
        @Nullable String type,
        List<String> allowedValues) {

    public FieldValidation {
        allowedValues = allowedValues == null ? List.of() : List.copyOf(allowedValues);
    }

    /** By the path as the models spell it, in the order of the fields. */
    static Map<String, FieldValidation> of(List<FieldCheck> fields) {
        Map<String, FieldValidation> validation = new LinkedHashMap<>();
        for (FieldCheck field : fields) {
            validation.put(
                    field.correctName(),
                    new FieldValidation(
                            field.exists(),
                            field.correctName(),
                            field.originalName(),
                            field.validation(),
                            field.type(),
                            field.allowedValues()));
        }
        return validation;
    }

    /** The values of the field's enum, else its type; empty where neither is known. */
    public String known() {
        return allowedValues.isEmpty() ? Objects.requireNonNullElse(type, "") : String.join(", ", allowedValues);
    }
}
