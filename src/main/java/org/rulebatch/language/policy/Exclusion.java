package org.rulebatch.language.policy;

import java.util.List;

/** Whether a Deny excludes everybody but fixed callers from an action. */
final class Exclusion {

    private static final CallerQuestion ANYONE = new Anyone();

    private Exclusion() {}

    static boolean isStated(List<Statement> statements, String action) {
        return statements.stream().anyMatch(each -> excludes(each, action));
    }

    private static boolean excludes(Statement statement, String action) {
        if (statement.allow()
                || !statement.actions().covers(action)
                || statement.resources().allBut()) {
            return false;
        }
        Principals denied = statement.principals();
        boolean named = denied.allBut()
                && denied.principals().stream()
                        .allMatch(each -> ANYONE.among(each).isNo());
        return (named || denied.includesEveryone())
                && statement.conditions().stream().allMatch(Exclusion::sparesKnown);
    }

    private static boolean sparesKnown(Condition condition) {
        return condition.spares()
                && ContextKey.of(condition.key())
                        .filter(kind -> condition.spared().stream()
                                .allMatch(value -> ANYONE.among(kind, condition.key(), value)
                                        .isNo()))
                        .isPresent();
    }
}
