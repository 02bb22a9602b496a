package org.rulebatch.ruleyaml;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rulebatch.requirement.Condition;
import org.rulebatch.requirement.Expectation;
import org.rulebatch.requirement.Expectation.Absence;
import org.rulebatch.requirement.Operator;
import org.rulebatch.requirement.Quantifier;
import org.rulebatch.requirement.Where;

/** Writes a condition as a clause over the emitted item. */
final class Clauses {

    /** Gives the item's variable for a path of the response: {@code item.IpPermissions[].FromPort}. */
    interface Variables {
        String of(String path);
    }

    private static final String ELEMENT = "element";

    private Clauses() {}

    static Clause of(Condition condition, Variables variables) {
        Expectation expected = condition.expectation();
        Quantifier quantifier = expected.quantifier();
        String variable = variables.of(condition.path());
        if (quantifier == null) {
            return withAbsence(new Clause.Leaf(variable, expected.operator(), expected.value()), expected.absent());
        }
        List<String> where =
                expected.where().stream().map(each -> variables.of(each.path())).toList();
        String list = sharedList(variable, where);
        List<Clause> filters = new ArrayList<>();
        for (int i = 0; i < where.size(); i++) {
            Where each = expected.where().get(i);
            filters.add(nested(rest(where.get(i), list), Quantifier.SOME, each.operator(), each.value(), null));
        }
        Quantifier inner = quantifier == Quantifier.EVERY ? Quantifier.EVERY : Quantifier.SOME;
        Clause wanted = nested(rest(variable, list), inner, expected.operator(), expected.value(), expected.absent());
        Clause match = match(quantifier, filters, wanted);
        return list.isEmpty() ? ofItem(quantifier, match) : new Clause.Over(quantifier, list, match);
    }

    /** Without a list inside the item, the item itself is the one element that is quantified over. */
    private static Clause ofItem(Quantifier quantifier, Clause match) {
        return quantifier == Quantifier.NONE ? new Clause.Not(match) : match;
    }

    private static Clause match(Quantifier quantifier, List<Clause> filters, Clause wanted) {
        if (filters.isEmpty()) {
            return wanted;
        }
        if (quantifier == Quantifier.EVERY) {
            return new Clause.Any(List.of(new Clause.Not(Clause.all(filters)), wanted));
        }
        return new Clause.All(Stream.concat(filters.stream(), Stream.of(wanted)).toList());
    }

    /** A leaf, inside one more quantifier for each list that is still in the path. */
    private static Clause nested(
            String variable,
            Quantifier quantifier,
            Operator operator,
            @Nullable Object value,
            @Nullable Absence absent) {
        int list = firstListEnd(variable);
        if (list < 0) {
            return withAbsence(new Clause.Leaf(variable, operator, value), absent);
        }
        String inner = ELEMENT + variable.substring(list);
        return new Clause.Over(
                quantifier, variable.substring(0, list), nested(inner, quantifier, operator, value, absent));
    }

    private static Clause withAbsence(Clause.Leaf leaf, @Nullable Absence absent) {
        if (absent == null || (absent == Absence.COMPLIES) == leaf.operator().metByAbsence()) {
            return leaf;
        }
        return absent == Absence.COMPLIES
                ? new Clause.Any(List.of(leaf, new Clause.Leaf(leaf.variable(), Operator.NOT_EXISTS, null)))
                : new Clause.All(List.of(new Clause.Leaf(leaf.variable(), Operator.EXISTS, null), leaf));
    }

    /** The innermost list that the path and all of the filters go through; empty if there is none inside the item. */
    private static String sharedList(String variable, List<String> where) {
        int end = lastListEnd(variable, variable.length());
        while (end > 0) {
            String list = variable.substring(0, end);
            if (where.stream().allMatch(other -> other.startsWith(list))) {
                return list;
            }
            end = lastListEnd(variable, end - 1);
        }
        return "";
    }

    private static String rest(String variable, String list) {
        return list.isEmpty() ? variable : ELEMENT + variable.substring(list.length());
    }

    private static int firstListEnd(String variable) {
        int list = variable.indexOf("[]");
        int map = variable.indexOf("{}");
        return list < 0 && map < 0 ? -1 : list < 0 ? map + 2 : map < 0 ? list + 2 : Math.min(list, map) + 2;
    }

    private static int lastListEnd(String variable, int before) {
        int last = Math.max(variable.lastIndexOf("[]", before - 2), variable.lastIndexOf("{}", before - 2));
        return last < 0 ? -1 : last + 2;
    }
}
