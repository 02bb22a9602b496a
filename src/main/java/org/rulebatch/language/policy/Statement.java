package org.rulebatch.language.policy;

import java.util.List;

/**
 * One statement of a policy document.
 *
 * @param allow whether Effect is Allow, otherwise Deny
 * @param conditions all of which must hold
 */
record Statement(
        boolean allow, Principals principals, Patterns actions, Patterns resources, List<Condition> conditions) {

    Statement {
        conditions = List.copyOf(conditions);
    }

    /** Whether it always applies, to everyone who has the policy or uses the resource. */
    boolean isForEveryone() {
        return principals.equals(Principals.NONE) || principals.includesEveryone();
    }

    boolean isUnconditional() {
        return conditions.isEmpty();
    }

    /** Whether a condition asks that the key is there ({@code Null} is false). */
    boolean knowsPresent(String key) {
        return conditions.stream()
                .anyMatch(each -> each.key().equals(key)
                        && each.operator().base().equals("null")
                        && each.values().stream().allMatch("false"::equalsIgnoreCase));
    }
}
