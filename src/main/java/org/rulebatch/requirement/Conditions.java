package org.rulebatch.requirement;

import java.util.List;

/**
 * Comparisons that decide a rule, the form that other scanners read as well.
 *
 * @param conditions at least one; the first one's call is the rule's main operation
 */
public record Conditions(List<Condition> conditions, Logic logic) implements Requirement {

    /** How the conditions combine. */
    public enum Logic {
        SINGLE,
        ALL,
        ANY
    }

    public Conditions {
        conditions = List.copyOf(conditions);
        if (conditions.isEmpty()) {
            throw new IllegalArgumentException("conditions need at least one condition");
        }
        if ((logic == Logic.SINGLE) != (conditions.size() == 1)) {
            throw new IllegalArgumentException(logic + " does not go with " + conditions.size() + " conditions");
        }
    }

    public static Conditions single(Condition condition) {
        return new Conditions(List.of(condition), Logic.SINGLE);
    }

    /** All of the conditions must hold. */
    public static Conditions all(List<Condition> conditions) {
        return new Conditions(conditions, conditions.size() == 1 ? Logic.SINGLE : Logic.ALL);
    }

    public Condition main() {
        return conditions.get(0);
    }

    @Override
    public Place place() {
        return new Place(main().call(), main().path());
    }

    @Override
    public boolean isOfAPlace() {
        String items = main().items();
        return items != null && items.isEmpty();
    }
}
