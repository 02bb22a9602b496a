package org.rulebatch.knowledge;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rulebatch.requirement.Expectation.Absence;
import org.rulebatch.requirement.Operator;
import org.rulebatch.requirement.Quantifier;

/**
 * One comparison of an expression: a field, and what a compliant resource shows there.
 *
 * @param path from the root of the answer
 * @param absent what a missing value means, where that is not what the operator says
 * @param asks whether it still has to be asked whether the value is there
 */
record Comparison(String path, Complies complies, @Nullable Absence absent, boolean asks) {

    static Comparison of(Place place, Operator operator, @Nullable Object value) {
        return of(place, operator, value, null, false);
    }

    static Comparison of(Place place, Operator operator, @Nullable Object value, @Nullable Slot slot, boolean asks) {
        return new Comparison(
                place.path(), new Complies(operator, value, slot, place.key(), null, List.of()), null, asks);
    }

    /**
     * Where in an answer a value stands.
     *
     * @param key of a map of attributes, the entry that is meant; null for every entry
     * @param member whether it is a member of something, so that it may be absent
     */
    record Place(String path, @Nullable String key, boolean member) {

        Place then(String name) {
            return new Place(path.isEmpty() ? name : path + "." + name, key, true);
        }

        Place elements(String mark) {
            return new Place(path + mark, key, false);
        }
    }

    Operator operator() {
        return complies.operator();
    }

    @Nullable
    Quantifier quantifier() {
        return complies.quantifier();
    }

    boolean isOf(Comparison other) {
        return path.equals(other.path) && Objects.equals(complies.key(), other.complies.key());
    }

    Comparison over(Quantifier quantifier, List<Complies.Filter> where) {
        return new Comparison(
                path,
                new Complies(operator(), complies.value(), complies.slot(), complies.key(), quantifier, where),
                absent,
                asks);
    }

    /** The same of a value that the expression has asked for. */
    Comparison guarded() {
        boolean met = operator().metByAbsence() || absent == Absence.COMPLIES;
        Absence said = operator().metByAbsence() ? Absence.VIOLATES : null;
        return new Comparison(path, complies, met ? said : absent, false);
    }

    /** The same, which an absent value meets. */
    Comparison orAbsent() {
        return new Comparison(path, complies, operator().metByAbsence() ? null : Absence.COMPLIES, false);
    }

    /** Whether a value that is there is needed. */
    boolean needsValue() {
        return absent == null ? !operator().metByAbsence() : absent == Absence.VIOLATES;
    }

    Complies.Filter filter() {
        return new Complies.Filter(path, operator(), complies.value(), complies.slot());
    }
}
