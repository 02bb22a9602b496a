package org.rulebatch.check;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rulebatch.catalog.Field;
import org.rulebatch.requirement.Operator;

/** Says whether every value that the API knows for a field complies; such a condition only says that there is a value. */
public final class EveryValue {

    private EveryValue() {}

    /** Whether an operator and its value let every member of the field's enum pass. */
    public static boolean complies(Field field, Operator operator, @Nullable Object value) {
        return operator == Operator.IN
                && !field.enumValues().isEmpty()
                && value instanceof List<?> named
                && named.containsAll(field.enumValues());
    }
}
