package org.rulebatch.requirement;

import java.util.List;

/**
 * The conditions that decide a rule.
 *
 * @param conditions at least one; the first one's call is the rule's main operation
 */
public record Requirement(List<Condition> conditions, Logic logic) {

    /** How the conditions combine. */
    public enum Logic {
        SINGLE,
        ALL,
        ANY
    }

    public Requirement {
        conditions = List.copyOf(conditions);
        if (conditions.isEmpty()) {
            throw new IllegalArgumentException("a requirement needs at least one condition");
        }
        if ((logic == Logic.SINGLE) != (conditions.size() == 1)) {
            throw new IllegalArgumentException(logic + " does not go with " + conditions.size() + " conditions");
        }
    }

    public static Requirement single(Condition condition) {
        return new Requirement(List.of(condition), Logic.SINGLE);
    }

    /** All of the conditions must hold. */
    public static Requirement all(List<Condition> conditions) {
        return new Requirement(conditions, conditions.size() == 1 ? Logic.SINGLE : Logic.ALL);
    }

    public Condition main() {
        return conditions.get(0);
    }
}
