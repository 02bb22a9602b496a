package org.rulebatch.requirement;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How a field's value is compared; the condition states what a compliant resource shows.
 *
 * <p>{@code gt}, {@code gte}, {@code lt} and {@code lte} order numbers, also those that an API returns as text; where the
 * condition's own value is text, {@code "8.0"}, both are versions, ordered part by part. The two about days look at a
 * timestamp, or at a whole number of milliseconds since 1970, and count into the past: {@code within_days} -30 holds for a
 * time that lies at least 30 days ahead.
 */
public enum Operator {
    EQUALS(Operand.SCALAR),
    NOT_EQUALS(Operand.SCALAR),
    EXISTS(Operand.NONE),
    NOT_EXISTS(Operand.NONE),
    CONTAINS(Operand.SCALAR),
    NOT_CONTAINS(Operand.SCALAR),
    GT(Operand.SCALAR),
    GTE(Operand.SCALAR),
    LT(Operand.SCALAR),
    LTE(Operand.SCALAR),
    IN(Operand.LIST),
    NOT_IN(Operand.LIST),
    IS_EMPTY(Operand.NONE),
    NOT_EMPTY(Operand.NONE),
    /** The timestamp lies more than so many days before now. */
    OLDER_THAN_DAYS(Operand.DAYS),
    /** The timestamp lies at most so many days before now. */
    WITHIN_DAYS(Operand.DAYS);

    /** What an operator takes as its value. */
    public enum Operand {
        NONE,
        SCALAR,
        LIST,
        DAYS
    }

    private final Operand operand;

    Operator(Operand operand) {
        this.operand = operand;
    }

    public Operand operand() {
        return operand;
    }

    /** The name as it stands in files: {@code not_equals}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The operator of that name as it stands in files. */
    public static Optional<Operator> of(String wireName) {
        return Arrays.stream(values())
                .filter(operator -> operator.wireName().equals(wireName))
                .findFirst();
    }

    /** Whether a value that is absent from the answer meets a condition with this operator. */
    public boolean metByAbsence() {
        return switch (this) {
            case NOT_EQUALS, NOT_EXISTS, NOT_CONTAINS, NOT_IN, IS_EMPTY -> true;
            default -> false;
        };
    }

    /** Whether the operator orders numbers. */
    public boolean ordersNumbers() {
        return switch (this) {
            case GT, GTE, LT, LTE -> true;
            default -> false;
        };
    }
}
