package org.rulebatch.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rulebatch.requirement.Operator;
import org.rulebatch.ruleyaml.Clause;
import org.rulebatch.ruleyaml.Demand;

/** Decides whether an item meets a condition. Thread-safe. */
final class Judge {

    private static final String ITEM = "item";
    private static final String ELEMENT = "element";

    private final Comparison comparison;

    /** @param now what the age of a timestamp is counted to */
    Judge(Instant now) {
        this.comparison = new Comparison(now);
    }

    /** Whether the item meets the conditions. */
    Truth judge(Demand.Conditions conditions, Map<String, Object> item) {
        Map<String, Object> scope = new HashMap<>();
        scope.put(ITEM, item);
        return judge(conditions.clause(), scope);
    }

    private Truth judge(Clause clause, Map<String, Object> scope) {
        if (clause instanceof Clause.Leaf leaf) {
            return leaf(leaf, scope);
        }
        if (clause instanceof Clause.All all) {
            return Truth.all(
                    all.parts().stream().map(part -> judge(part, scope)).toList());
        }
        if (clause instanceof Clause.Any any) {
            return Truth.any(
                    any.parts().stream().map(part -> judge(part, scope)).toList());
        }
        if (clause instanceof Clause.Not not) {
            return judge(not.part(), scope).not();
        }
        return over((Clause.Over) clause, scope);
    }

    private Truth leaf(Clause.Leaf leaf, Map<String, Object> scope) {
        ValuePath path = ValuePath.parse(leaf.variable());
        Object head = path.head(scope);
        if (head instanceof Open open) {
            return Truth.unknown(open);
        }
        if (!path.isMany() || head == null) {
            return single(leaf, head);
        }
        List<@Nullable Object> values = path.all(scope);
        if (leaf.variable().startsWith(ELEMENT) && isMembership(leaf.operator())) {
            boolean member = Comparison.isMember(values, leaf.value());
            return Truth.of(member == (leaf.operator() == Operator.CONTAINS));
        }
        return values.isEmpty()
                ? Truth.NO
                : Truth.all(values.stream().map(value -> single(leaf, value)).toList());
    }

    private static boolean isMembership(Operator operator) {
        return operator == Operator.CONTAINS || operator == Operator.NOT_CONTAINS;
    }

    private Truth single(Clause.Leaf leaf, @Nullable Object value) {
        if (value == null) {
            return Truth.of(leaf.operator().metByAbsence());
        }
        try {
            return Truth.of(comparison.holds(leaf.operator(), value, leaf.value()));
        } catch (IncomparableException e) {
            String what = leaf.operator().wireName() + " cannot be applied to " + leaf.variable();
            return Truth.unknown(new Open("", "", Optional.of(ErrorType.FIELD_ACCESS), what + ": " + e.getMessage()));
        }
    }

    private Truth over(Clause.Over over, Map<String, Object> scope) {
        ValuePath path = ValuePath.parse(over.path());
        if (path.head(scope) instanceof Open open) {
            return Truth.unknown(open);
        }
        List<Truth> matches = new ArrayList<>();
        for (Object element : path.all(scope)) {
            matches.add(match(over, scope, element));
        }
        return switch (over.quantifier()) {
            case SOME -> Truth.any(matches);
            case NONE -> Truth.any(matches).not();
            // Nothing there is like a value that is absent: it fails a positive condition and meets a negative one.
            case EVERY -> matches.isEmpty() ? match(over, scope, null) : Truth.all(matches);
        };
    }

    private Truth match(Clause.Over over, Map<String, Object> scope, @Nullable Object element) {
        Map<String, Object> inner = new HashMap<>(scope);
        inner.remove(ELEMENT);
        if (element != null) {
            inner.put(ELEMENT, element);
        }
        return judge(over.match(), inner);
    }
}
