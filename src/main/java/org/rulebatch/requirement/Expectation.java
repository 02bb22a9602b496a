package org.rulebatch.requirement;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a compliant resource shows in a field.
 *
 * @param value of the field's JSON type; null where the operator takes none
 * @param key of a map of attributes, the entry that is meant; null for every entry
 * @param quantifier over the elements of a list inside the resource; null where there is nothing to quantify over
 * @param where the elements that the quantifier looks at; empty for all
 * @param absent what a missing value means, where that is not what the operator says
 */
public record Expectation(
        Operator operator,
        @Nullable Object value,
        @Nullable String key,
        @Nullable Quantifier quantifier,
        List<Where> where,
        @Nullable Absence absent) {

    /** What it means that the value is missing from an answer that did come. */
    public enum Absence {
        COMPLIES,
        VIOLATES
    }

    public Expectation {
        where = List.copyOf(where);
        if (operator.operand() == Operator.Operand.NONE && value != null) {
            throw new IllegalArgumentException(operator.wireName() + " takes no value, got " + value);
        }
        if (!where.isEmpty() && quantifier == null) {
            throw new IllegalArgumentException("where needs a quantifier");
        }
    }

    /** An expectation of a single value. */
    public static Expectation of(Operator operator, @Nullable Object value) {
        return new Expectation(operator, value, null, null, List.of(), null);
    }

    public Expectation withValue(@Nullable Object newValue) {
        return new Expectation(operator, newValue, key, quantifier, where, absent);
    }

    public Expectation withWhere(List<Where> newWhere) {
        return new Expectation(operator, value, key, quantifier, newWhere, absent);
    }

    /** What a missing value means: as stated, else as the operator says. */
    public boolean metByAbsence() {
        return absent == null ? operator.metByAbsence() : absent == Absence.COMPLIES;
    }
}
