package org.rulebatch.validate;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rulebatch.catalog.Field;

/**
 * What the catalog says about a condition's field.
 *
 * @param correctName the path as the catalog spells it; the stated one where it knows none
 * @param originalName the path as it was proposed, where it was corrected; else null
 * @param validation {@code exact_match}, {@code case_corrected}, {@code snake_case_corrected}, {@code prefix_corrected} or
 *     {@code not_found}
 * @param type {@code string}, {@code integer}, {@code list}, …; null where the field is unknown
 * @param allowedValues of the enum, empty where there is none
 */
public record FieldCheck(
        boolean exists,
        String correctName,
        @Nullable String originalName,
        String validation,
        @Nullable String type,
        List<String> allowedValues) {

    public FieldCheck {
        allowedValues = List.copyOf(allowedValues);
    }

    /** A field that the catalog knows. */
    static FieldCheck of(Field field, @Nullable String originalName, String validation) {
        String type = field.type().name().toLowerCase(Locale.ROOT);
        return new FieldCheck(true, field.path(), originalName, validation, type, field.enumValues());
    }
}
