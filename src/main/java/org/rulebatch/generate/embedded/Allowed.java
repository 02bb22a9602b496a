package org.rulebatch.generate.embedded;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rulebatch.reading.Clause;
import org.rulebatch.reading.Part;
import org.rulebatch.reading.Role;
import org.rulebatch.reading.RuleReading;
import org.rulebatch.reading.ValueKind;
import org.rulebatch.requirement.Condition;
import org.rulebatch.requirement.Conditions;
import org.rulebatch.requirement.Expectation;
import org.rulebatch.requirement.Operator;
import org.rulebatch.requirement.Requirement;

/**
 * Makes of a rule's list of what is allowed the values of a field that only an organization can judge: "only t3.micro and m5.large" of
 * the type of an instance, which is there anyhow.
 */
final class Allowed {

    /** Kinds of values whose form shows which field they are of, by words of its name. */
    private static final Map<ValueKind, List<String>> FIELDS = Map.of(
            ValueKind.INSTANCE_TYPE, List.of("type", "class"),
            ValueKind.REGION, List.of("region", "location"));

    private static final Set<Operator> IN = EnumSet.of(Operator.IN, Operator.NOT_IN);

    private Allowed() {}

    /** The check with the rule's values in the place of "is there". */
    static Requirement stated(RuleReading reading, Option option, Requirement requirement) {
        if (!option.isPresence()
                || !(requirement instanceof Conditions conditions)
                || conditions.conditions().size() != 1) {
            return requirement;
        }
        Condition only = conditions.conditions().get(0);
        return reading.normClauses().stream()
                .flatMap(clause -> values(clause, only).map(values -> with(only, clause.wanted(), values)).stream())
                .findFirst()
                .map(Conditions::single)
                .orElse(conditions);
    }

    /** Whether a check is one with a rule's values. */
    static boolean isStated(Option option, Requirement requirement) {
        return option.isPresence()
                && requirement instanceof Conditions conditions
                && conditions.conditions().stream().anyMatch(condition -> IN.contains(condition.operator()));
    }

    /** Whether such a check decides, and does not only indicate: a type is written as the rule writes it, a Region may be missing. */
    static boolean decides(Option option, Requirement requirement) {
        return isStated(option, requirement)
                && FIELDS.getOrDefault(ValueKind.INSTANCE_TYPE, List.of()).stream()
                        .anyMatch(leaf(requirement.place().path())::contains);
    }

    /** What values of a kind are of, in a word. */
    static String name(ValueKind kind) {
        return FIELDS.getOrDefault(kind, List.of("")).get(0);
    }

    /** Whether values of a kind are named in full, and no word of what is asked. */
    static boolean isPlain(Part.Values values) {
        return FIELDS.containsKey(values.kind());
    }

    private static Optional<List<String>> values(Clause clause, Condition condition) {
        String leaf = leaf(condition.path());
        return clause.parts(Part.Values.class).stream()
                .filter(values -> values.role() == Role.PROPERTY)
                .filter(values ->
                        FIELDS.getOrDefault(values.kind(), List.of()).stream().anyMatch(leaf::contains))
                .map(Part.Values::values)
                .findFirst();
    }

    private static String leaf(String path) {
        return path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static Condition with(Condition condition, boolean wanted, List<String> values) {
        Expectation own = condition.expectation();
        return condition.withExpectation(new Expectation(
                wanted ? Operator.IN : Operator.NOT_IN,
                values,
                own.key(),
                own.quantifier(),
                own.where(),
                own.absent()));
    }
}
