package org.rulebatch.ruleyaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rulebatch.requirement.Expressions;

/**
 * Expressions with the reads that they need.
 *
 * @param item the judged items, with the members that the expressions use; null where an account or a region is judged
 * @param with the lists of further items by name, likewise
 */
public record ExpressionsPlan(Expressions expressions, @Nullable ItemPlan item, Map<String, ItemPlan> with)
        implements CheckPlan {

    public ExpressionsPlan {
        with = Collections.unmodifiableMap(new LinkedHashMap<>(with));
    }

    /** The judged items, then the further lists. */
    public Stream<ItemPlan> items() {
        return Stream.concat(Stream.ofNullable(item), with.values().stream());
    }

    @Override
    public List<PlannedCall> calls() {
        return items().map(ItemPlan::last).toList();
    }
}
