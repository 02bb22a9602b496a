package org.rulebatch.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One input member of an operation.
 *
 * @param name as boto3 takes it, such as {@code Bucket}
 * @param shape the model's name of its shape
 * @param type its type
 * @param required true if a call without it is refused
 * @param enumValues the values the model knows (of the elements, if it is a list), empty where it lists none
 * @param elementShape the shape of a list's elements or a map's values, else null
 * @param elementType the type of a list's elements or a map's values, else null
 */
public record Parameter(
        String name,
        String shape,
        FieldType type,
        boolean required,
        List<String> enumValues,
        @Nullable String elementShape,
        @Nullable FieldType elementType) {

    public Parameter {
        enumValues = List.copyOf(enumValues);
    }
}
