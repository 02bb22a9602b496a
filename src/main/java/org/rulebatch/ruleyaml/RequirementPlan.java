package org.rulebatch.ruleyaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rulebatch.requirement.Condition;
import org.rulebatch.requirement.Quantifier;
import org.rulebatch.requirement.Requirement;

/**
 * The reads that a requirement needs, on one line: each one's items carry what the ones above it emitted, so that the last
 * one's items can be judged by all conditions.
 *
 * @param calls the read of each condition, in the order of the conditions
 * @param last the read whose items are judged
 */
public record RequirementPlan(Requirement requirement, List<PlannedCall> calls, PlannedCall last) {

    public RequirementPlan {
        calls = List.copyOf(calls);
    }

    /**
     * Plans a requirement.
     *
     * @return empty if a read has no plan, or two reads are about unrelated resources
     */
    public static Optional<RequirementPlan> of(Chains chains, Requirement requirement) {
        List<PlannedCall> calls = new ArrayList<>();
        PlannedCall last = null;
        for (Condition condition : requirement.conditions()) {
            Optional<PlannedCall> own = chains.plan(condition.call()).map(plan -> forPath(plan, condition));
            if (own.isEmpty()) {
                return Optional.empty();
            }
            PlannedCall joined = onLine(last, own.get());
            if (joined == null) {
                return Optional.empty();
            }
            calls.add(joined);
            last = last == null || joined.depth() > last.depth() ? joined : last;
        }
        if (last == null) {
            throw new IllegalStateException("a requirement has at least one condition");
        }
        return Optional.of(new RequirementPlan(requirement, calls, last));
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

    private static @Nullable PlannedCall onLine(@Nullable PlannedCall line, PlannedCall call) {
        if (line == null || line.equals(call)) {
            return call;
        }
        for (PlannedCall at = line.parent(); at != null; at = at.parent()) {
            if (at.equals(call)) {
                return at;
            }
        }
        for (PlannedCall at = call.parent(); at != null; at = at.parent()) {
            if (at.equals(line)) {
                return call;
            }
        }
        boolean sibling = call.parent() == null ? call.items().isEmpty() : isAbove(line, call.parent());
        return sibling ? call.withParent(line) : null;
    }

    private static boolean isAbove(PlannedCall line, PlannedCall ancestor) {
        for (PlannedCall at = line; at != null; at = at.parent()) {
            if (at.equals(ancestor)) {
                return true;
            }
        }
        return false;
    }
}
