package org.rulebatch.ruleyaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rulebatch.requirement.Condition;
import org.rulebatch.requirement.Conditions;
import org.rulebatch.requirement.Quantifier;

/**
 * The reads that conditions need, on one line: each one's items carry what the ones above it emitted, so that the last
 * one's items can be judged by all conditions.
 *
 * @param calls the read of each condition, in the order of the conditions
 * @param last the read whose items are judged
 */
public record ConditionsPlan(Conditions conditions, List<PlannedCall> calls, PlannedCall last) implements CheckPlan {

    public ConditionsPlan {
        calls = List.copyOf(calls);
    }

    /**
     * Plans conditions.
     *
     * @return empty if a read has no plan, or two reads are about unrelated resources
     */
    public static Optional<ConditionsPlan> of(Chains chains, Conditions conditions) {
        List<PlannedCall> calls = new ArrayList<>();
        PlannedCall last = null;
        for (Condition condition : conditions.conditions()) {
            Optional<PlannedCall> own = chains.plan(condition.call()).map(plan -> forPath(plan, condition));
            if (own.isEmpty()) {
                return Optional.empty();
            }
            PlannedCall joined = own.get().onLine(last);
            if (joined == null) {
                return Optional.empty();
            }
            calls.add(joined);
            last = last == null || joined.depth() > last.depth() ? joined : last;
        }
        if (last == null) {
            throw new IllegalStateException("a requirement has at least one condition");
        }
        return Optional.of(new ConditionsPlan(conditions, calls, last));
    }

    private static PlannedCall forPath(PlannedCall plan, Condition condition) {
        String stated = condition.items();
        if (stated != null) {
            return plan.withItems(stated);
        }
        String path = condition.path();
        boolean listItself = (path + "[]").equals(plan.items());
        if (!path.startsWith(plan.items()) || listItself) {
            return plan.withItems("");
        }
        Quantifier quantifier = condition.expectation().quantifier();
        return quantifier != null && quantifier.rangesOverAnswer(plan.items(), path) ? plan.withItems("") : plan;
    }
}
