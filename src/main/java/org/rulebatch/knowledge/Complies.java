package org.rulebatch.knowledge;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rulebatch.requirement.Expectation;
import org.rulebatch.requirement.Operator;
import org.rulebatch.requirement.Quantifier;
import org.rulebatch.requirement.Where;

/**
 * What a compliant resource shows, with slots that a rule's own numbers fill.
 *
 * @param value where the rule states none; null where the operator takes none
 * @param slot what kind of value in a rule replaces {@code value}, or null
 */
public record Complies(
        Operator operator,
        @Nullable Object value,
        @Nullable Slot slot,
        @Nullable String key,
        @Nullable Quantifier quantifier,
        List<Filter> where) {

    /** Of a place that a whole check reads: alone it says nothing but that it is there. */
    static final Complies IN_A_WHOLE = new Complies(Operator.EXISTS, null, null, null, null, List.of());

    /** A {@link Where} with a slot. */
    public record Filter(String path, Operator operator, @Nullable Object value, @Nullable Slot slot) {}

    public Complies {
        where = List.copyOf(where);
    }

    /** The same of another place of the datum, which may be one value where this one is a list. */
    Complies at(String path) {
        boolean one = !path.contains("[]") && !path.contains("{}") && where.isEmpty() && quantifier != Quantifier.NONE;
        return one ? new Complies(operator, value, slot, key, null, where) : this;
    }

    /** Whether a value of that kind, as a rule states it, replaces one in here. */
    public boolean hasSlot(Slot stated) {
        return Stream.concat(Stream.ofNullable(slot), where.stream().map(Filter::slot))
                .anyMatch(own -> own != null && own.stated() == stated);
    }

    /** The expectation with the slots filled by what the rule states. */
    public Expectation filled(Map<Slot, Object> stated, Expectation.@Nullable Absence absent) {
        List<Where> filters = where.stream()
                .map(filter -> new Where(filter.path(), filter.operator(), fill(filter.slot(), filter.value(), stated)))
                .toList();
        return new Expectation(operator, fill(slot, value, stated), key, quantifier, filters, absent);
    }

    private static @Nullable Object fill(@Nullable Slot slot, @Nullable Object value, Map<Slot, Object> stated) {
        Object given = slot == null ? null : stated.get(slot.stated());
        return slot == null || given == null ? value : slot.value(given);
    }
}
