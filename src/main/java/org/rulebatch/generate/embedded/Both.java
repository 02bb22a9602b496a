package org.rulebatch.generate.embedded;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.rulebatch.requirement.Condition;
import org.rulebatch.requirement.Conditions;
import org.rulebatch.requirement.Expressions;
import org.rulebatch.requirement.Operator;
import org.rulebatch.requirement.Read;
import org.rulebatch.requirement.Requirement;
import org.rulebatch.requirement.Subject;
import org.rulebatch.ruleyaml.Chains;
import org.rulebatch.ruleyaml.ConditionsPlan;

/** Makes one check of two that judge the same items. */
final class Both {

    private Both() {}

    /** A check that asks what both ask; empty where they judge different items, or the check language cannot say both at once. */
    static Optional<Requirement> of(Chains chains, Requirement one, Requirement other) {
        if (one instanceof Conditions some && other instanceof Conditions more) {
            return conditions(chains, some, more);
        }
        Optional<Expressions> first = expressions(one, other);
        Optional<Expressions> second = expressions(other, one);
        return first.flatMap(some -> second.flatMap(more -> expressions(some, more)));
    }

    private static Optional<Requirement> conditions(Chains chains, Conditions some, Conditions more) {
        if (some.logic() == Conditions.Logic.ANY || more.logic() == Conditions.Logic.ANY || some.equals(more)) {
            return Optional.empty();
        }
        List<Condition> all = new ArrayList<>(some.conditions());
        all.addAll(more.conditions());
        Conditions both = Conditions.all(all);
        return ConditionsPlan.of(chains, both).isPresent() ? Optional.of(both) : Optional.empty();
    }

    private static Optional<Requirement> expressions(Expressions some, Expressions more) {
        Map<String, Subject.Items> with = new LinkedHashMap<>(some.with());
        Map<String, Object> parameters = new LinkedHashMap<>(some.parameters());
        boolean fits = some.subject().equals(more.subject())
                && Objects.equals(some.where(), more.where())
                && !some.complies().equals(more.complies())
                && isAdded(with, more.with())
                && isAdded(parameters, more.parameters());
        return fits
                ? Optional.of(new Expressions(
                        some.place(),
                        some.subject(),
                        some.where(),
                        with,
                        parameters,
                        grouped(some.complies()) + " && " + grouped(more.complies()),
                        List.of()))
                : Optional.empty();
    }

    private static String grouped(String expression) {
        return expression.matches("[\\w.]+") ? expression : "(" + expression + ")";
    }

    /** Adds entries; false where a name has another value already. */
    private static <V> boolean isAdded(Map<String, V> known, Map<String, V> more) {
        more.forEach(known::putIfAbsent);
        return more.entrySet().stream().allMatch(entry -> entry.getValue().equals(known.get(entry.getKey())));
    }

    /** A check as expressions: itself, or a plain comparison in the list that the other one judges. */
    private static Optional<Expressions> expressions(Requirement requirement, Requirement beside) {
        if (requirement instanceof Expressions asked) {
            return Optional.of(asked);
        }
        Condition main = ((Conditions) requirement).main();
        if (((Conditions) requirement).conditions().size() > 1
                || !(beside instanceof Expressions asked)
                || !(asked.subject() instanceof Subject.Items items)
                || !items.reads().equals(List.of(new Read(main.call(), main.items())))) {
            return Optional.empty();
        }
        return comparison(main)
                .map(complies -> new Expressions(
                        requirement.place(), items, asked.where(), Map.of(), Map.of(), complies, List.of()));
    }

    private static Optional<String> comparison(Condition condition) {
        String items = Objects.requireNonNullElse(condition.items(), "");
        String path =
                condition.path().startsWith(items + ".") ? condition.path().substring(items.length() + 1) : "";
        boolean plain = path.matches("[A-Za-z]\\w*(\\.[A-Za-z]\\w*)*")
                && condition.operator() == Operator.EQUALS
                && condition.expectation().quantifier() == null
                && condition.expectation().key() == null;
        if (!plain) {
            return Optional.empty();
        }
        return condition.value() instanceof Boolean wanted
                ? Optional.of((wanted ? "item." : "!item.") + path)
                : condition.value() instanceof String text
                        ? Optional.of("item." + path + " == \"" + text + "\"")
                        : Optional.empty();
    }
}
