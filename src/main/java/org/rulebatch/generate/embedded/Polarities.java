package org.rulebatch.generate.embedded;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.rulebatch.requirement.Condition;
import org.rulebatch.requirement.Conditions;
import org.rulebatch.requirement.Expressions;
import org.rulebatch.requirement.Operator;
import org.rulebatch.requirement.Requirement;

/** Tells what a check asks for: that a thing is there, or that it is not. */
final class Polarities {

    private static final Set<Operator> PRESENT = EnumSet.of(Operator.EXISTS, Operator.NOT_EMPTY);
    private static final Set<Operator> ABSENT =
            EnumSet.of(Operator.NOT_EXISTS, Operator.IS_EMPTY, Operator.NOT_EQUALS, Operator.NOT_IN);
    private static final Set<String> OFF =
            Set.of("false", "off", "disabled", "disable", "inactive", "none", "blocked", "deny", "0");

    private Polarities() {}

    /** Whether what complies is that a thing is off or not there. */
    static boolean asksOff(Requirement requirement) {
        if (requirement instanceof Expressions asked) {
            return asked.complies().startsWith("!") || asked.complies().contains("== 0");
        }
        Condition main = ((Conditions) requirement).main();
        return ABSENT.contains(main.operator())
                || main.operator() == Operator.EQUALS
                        && OFF.contains(String.valueOf(main.value()).toLowerCase(Locale.ROOT));
    }

    /** Whether it is enough that a thing is there. */
    static boolean asksPresence(Requirement requirement) {
        return requirement instanceof Conditions conditions
                && conditions.conditions().stream().allMatch(each -> PRESENT.contains(each.operator()));
    }
}
