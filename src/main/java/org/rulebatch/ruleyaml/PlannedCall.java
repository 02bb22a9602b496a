package org.rulebatch.ruleyaml;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.rulebatch.catalog.Operation;

/**
 * A read with every required parameter bound.
 *
 * @param literals parameters with a fixed value
 * @param bound parameters that an ancestor's items supply
 * @param parent the read whose items this one is made for; null where it is made once
 * @param items path of the elements it emits, {@code Buckets[]}; empty where the response is one item
 */
public record PlannedCall(
        Operation operation,
        Map<String, Object> literals,
        Map<String, Supply> bound,
        @Nullable PlannedCall parent,
        String items) {

    /**
     * A value that a read emits.
     *
     * @param from the read
     * @param path from the root of its response
     */
    public record Supply(PlannedCall from, String path) {}

    public PlannedCall {
        literals = Collections.unmodifiableMap(new TreeMap<>(literals));
        bound = Collections.unmodifiableMap(new TreeMap<>(bound));
    }

    /** Whether no other read is needed first. */
    public boolean isIndependent() {
        return parent == null;
    }

    /** Reads that stand before this one. */
    int depth() {
        return parent == null ? 0 : parent.depth() + 1;
    }

    /** Where this read or one above it took a parameter of that name from. */
    Optional<Supply> inherited(String parameter) {
        Supply own = bound.get(parameter);
        if (own != null) {
            return Optional.of(own);
        }
        return parent == null ? Optional.empty() : parent.inherited(parameter);
    }

    PlannedCall withParent(PlannedCall newParent) {
        return new PlannedCall(operation, literals, bound, newParent, items);
    }

    PlannedCall withItems(String newItems) {
        return new PlannedCall(operation, literals, bound, parent, newItems);
    }
}
