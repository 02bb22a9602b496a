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

    /**
     * This read on one line with others, so that its items, or those of the last of them, carry what all answer.
     *
     * @param line the last of the others; null where there is none
     * @return null if the two are about unrelated resources
     */
    @Nullable
    PlannedCall onLine(@Nullable PlannedCall line) {
        if (line == null || line.equals(this)) {
            return this;
        }
        for (PlannedCall at = line.parent; at != null; at = at.parent) {
            if (at.equals(this)) {
                return at;
            }
        }
        if (isBelow(line)) {
            return this;
        }
        boolean sibling = parent == null ? items.isEmpty() : line.equals(parent) || line.isBelow(parent);
        return sibling ? withParent(line) : null;
    }

    private boolean isBelow(PlannedCall other) {
        for (PlannedCall at = parent; at != null; at = at.parent) {
            if (at.equals(other)) {
                return true;
            }
        }
        return false;
    }

    PlannedCall withParent(PlannedCall newParent) {
        return new PlannedCall(operation, literals, bound, newParent, items);
    }

    PlannedCall withItems(String newItems) {
        return new PlannedCall(operation, literals, bound, parent, newItems);
    }
}
