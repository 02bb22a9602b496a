package org.rulebatch.requirement;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one field of a compliant resource shows.
 *
 * @param name what the field is called in people's words, {@code bucket_versioning_status}
 * @param call the read whose answer holds the field
 * @param items path of the list whose elements are the resources judged, {@code Volumes[]}; null where the whole
 *     answer describes one resource
 * @param path the field, from the root of the answer, {@code Volumes[].Encrypted}
 * @param value of the field's JSON type; null where the operator takes none
 * @param quantifier over the elements of a list inside the resource; null where there is none to quantify over
 * @param where the elements that the quantifier looks at; empty for all
 */
public record Condition(
        String name,
        Call call,
        @Nullable String items,
        String path,
        Operator operator,
        @Nullable Object value,
        @Nullable Quantifier quantifier,
        List<Where> where) {

    public Condition {
        where = List.copyOf(where);
        if (operator.operand() == Operator.Operand.NONE && value != null) {
            throw new IllegalArgumentException(operator.wireName() + " takes no value, got " + value);
        }
        if (!where.isEmpty() && quantifier == null) {
            throw new IllegalArgumentException("where needs a quantifier on " + path);
        }
    }

    /** A condition on a field without a list inside the resource. */
    public static Condition of(String name, Call call, String path, Operator operator, @Nullable Object value) {
        return new Condition(name, call, null, path, operator, value, null, List.of());
    }

    public Condition withPath(String newPath) {
        return new Condition(name, call, items, newPath, operator, value, quantifier, where);
    }

    public Condition withValue(@Nullable Object newValue) {
        return new Condition(name, call, items, path, operator, newValue, quantifier, where);
    }

    public Condition withCall(Call newCall) {
        return new Condition(name, newCall, items, path, operator, value, quantifier, where);
    }
}
