package org.rulebatch.check;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rulebatch.catalog.Field;
import org.rulebatch.catalog.FieldType;
import org.rulebatch.requirement.Finding;
import org.rulebatch.requirement.Operator;

/** Ensures that an operator can be applied to a field of its type, and that it has the value it takes. */
public final class OperatorCheck {

    private static final Set<FieldType> SIZED =
            Set.of(FieldType.LIST, FieldType.MAP, FieldType.STRING, FieldType.STRUCTURE, FieldType.DOCUMENT);
    private static final Set<FieldType> SCALAR = Set.of(
            FieldType.STRING,
            FieldType.INTEGER,
            FieldType.LONG,
            FieldType.FLOAT,
            FieldType.DOUBLE,
            FieldType.BOOLEAN,
            FieldType.TIMESTAMP);

    private OperatorCheck() {}

    /** Adds what is wrong with an operator on a field. */
    public static void check(Field field, Operator operator, @Nullable Object value, List<Finding> findings) {
        if (!fits(field.type(), operator, value)) {
            String type = field.type().name().toLowerCase(Locale.ROOT);
            String message = operator.wireName() + " cannot be applied to " + field.path() + ", which is a " + type;
            findings.add(Finding.error("operator.type", field.path(), message, "choose an operator for a " + type));
        } else if (operator.operand() != Operator.Operand.NONE && value == null) {
            String message = operator.wireName() + " needs a value";
            findings.add(Finding.error("operator.no_value", field.path(), message, "state the value that complies"));
        }
    }

    private static boolean fits(FieldType type, Operator operator, @Nullable Object value) {
        return switch (operator) {
            case EXISTS, NOT_EXISTS -> true;
            case IS_EMPTY, NOT_EMPTY -> SIZED.contains(type);
            case CONTAINS, NOT_CONTAINS ->
                type == FieldType.STRING || type == FieldType.LIST || type == FieldType.DOCUMENT;
            case GT, GTE, LT, LTE -> isNumber(type) || type == FieldType.STRING && isOrdered(value);
            case OLDER_THAN_DAYS, WITHIN_DAYS ->
                type == FieldType.TIMESTAMP || type == FieldType.STRING || type == FieldType.LONG;
            case EQUALS, NOT_EQUALS, IN, NOT_IN -> SCALAR.contains(type);
        };
    }

    /** What texts can be ordered by: a number, or a version, {@code 8.0.35}. */
    private static boolean isOrdered(@Nullable Object value) {
        return value instanceof Number || value instanceof String text && text.matches("\\d+(\\.\\d+)*");
    }

    private static boolean isNumber(FieldType type) {
        return switch (type) {
            case INTEGER, LONG, FLOAT, DOUBLE -> true;
            default -> false;
        };
    }
}
