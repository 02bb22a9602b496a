package org.rulebatch.ruleyaml;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rulebatch.requirement.Operator;
import org.rulebatch.requirement.Quantifier;

/** A condition over an item, as a tree. */
public sealed interface Clause {

    /**
     * Compares one value.
     *
     * @param variable {@code item.Status}, or {@code element.Key} inside {@link Over}
     * @param value null where the operator takes none
     */
    record Leaf(String variable, Operator operator, @Nullable Object value) implements Clause {}

    /** Every one of the parts holds. */
    record All(List<Clause> parts) implements Clause {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** At least one of the parts holds. */
    record Any(List<Clause> parts) implements Clause {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /** The part does not hold. */
    record Not(Clause part) implements Clause {}

    /**
     * Quantifies over a list; inside {@code match} the element is {@code element}.
     *
     * @param path of the elements, {@code item.IpPermissions[]}
     */
    record Over(Quantifier quantifier, String path, Clause match) implements Clause {}

    /** All of the parts, without a wrapper around a single one. */
    static Clause all(List<Clause> parts) {
        return parts.size() == 1 ? parts.get(0) : new All(parts);
    }

    /** Any of the parts, without a wrapper around a single one. */
    static Clause any(List<Clause> parts) {
        return parts.size() == 1 ? parts.get(0) : new Any(parts);
    }
}
