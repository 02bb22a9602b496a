package org.rulebatch.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.rulebatch.knowledge.Comparison.Place;
import org.rulebatch.language.Syntax;
import org.rulebatch.requirement.Operator;
import org.rulebatch.requirement.Quantifier;

/**
 * Reads an expression of the check language that compares fields with values: what the decider needs of it, the field, the
 * operator, the value that a rule may replace and the quantifier, is all in the text.
 */
final class ComparisonReader {

    private static final Map<String, Operator> ORDER = Map.of(
            "_>_", Operator.GT,
            "_>=_", Operator.GTE,
            "_<_", Operator.LT,
            "_<=_", Operator.LTE);
    private static final Map<String, Operator> VERSIONS = Map.of(
            "isNewerThan", Operator.GT,
            "isAtLeast", Operator.GTE,
            "isOlderThan", Operator.LT,
            "isAtMost", Operator.LTE);

    private final StatedValues values;

    private ComparisonReader(StatedValues values) {
        this.values = values;
    }

    /**
     * Reads an expression.
     *
     * @param items the path that {@code item} stands for; empty for the whole answer
     * @param parameters value by kind
     * @return the comparisons that must all hold, at least one
     * @throws IllegalArgumentException if it says more than comparisons do, or leaves open what an absent value means
     */
    static List<Comparison> read(String expression, String items, Map<String, Object> parameters) {
        StatedValues values = new StatedValues(parameters);
        ComparisonReader reader = new ComparisonReader(values);
        List<Comparison> read = reader.all(Syntax.parse(expression), Names.ofItem(items));
        for (Comparison each : read) {
            reader.hold(each);
        }
        values.holdThatAllAreUsed();
        return read;
    }

    /** Nothing that is left open: the text means the same where it is evaluated. */
    private void hold(Comparison each) {
        if (each.asks()) {
            String name = each.path().substring(each.path().lastIndexOf('.') + 1);
            throw new IllegalArgumentException(
                    name + " may be absent, and then there is nothing to compare: write has(…." + name
                            + ") && before it, or !has(…." + name + ") || where an absent one is fine");
        }
    }

    private List<Comparison> all(Syntax e, Names names) {
        List<Comparison> parts = new ArrayList<>();
        conjuncts(e, names, parts);
        List<Comparison> merged = new ArrayList<>();
        for (Comparison part : parts) {
            Comparison before = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (before != null && isPresence(before) && before.isOf(part)) {
                merged.set(merged.size() - 1, part.guarded());
            } else if (before != null && isOfElements(before, part)) {
                merged.set(merged.size() - 1, part);
            } else {
                needsElements(part);
                merged.add(part);
            }
        }
        return merged;
    }

    private static boolean isPresence(Comparison part) {
        return part.operator() == Operator.EXISTS && part.quantifier() == null;
    }

    /** Whether the first asks that there are elements of which the second says something. */
    private static boolean isOfElements(Comparison first, Comparison second) {
        return first.operator() == Operator.NOT_EMPTY
                && second.quantifier() == Quantifier.EVERY
                && (second.path().startsWith(first.path() + "[]")
                        || second.path().startsWith(first.path() + "{}"));
    }

    private static void needsElements(Comparison part) {
        if (part.quantifier() == Quantifier.EVERY && part.complies().where().isEmpty() && part.needsValue()) {
            throw new IllegalArgumentException(
                    "all(…) also holds where there are no elements: write size(…) > 0 && before it");
        }
    }

    private void conjuncts(Syntax e, Names names, List<Comparison> into) {
        if (e instanceof Syntax.Call call && call.function().equals("_&&_")) {
            call.arguments().forEach(part -> conjuncts(part, names, into));
        } else {
            into.add(one(e, names));
        }
    }

    private Comparison one(Syntax e, Names names) {
        if (e instanceof Syntax.Member member && member.asks()) {
            return Comparison.of(names.place(member.of()).then(member.name()), Operator.EXISTS, null);
        }
        if (e instanceof Syntax.Call call && !call.function().equals("_[_]")) {
            return call(call, names);
        }
        return Comparison.of(names.place(e), Operator.EQUALS, true);
    }

    private Comparison call(Syntax.Call call, Names names) {
        if (ORDER.containsKey(call.function())) {
            return ordered(call, names);
        }
        return switch (call.function()) {
            case "_||_" -> orAbsent(call, names);
            case "!_" -> not(call.argument(0), names);
            case "_==_" -> equal(call, Operator.EQUALS, Operator.IS_EMPTY, names);
            case "_!=_" -> equal(call, Operator.NOT_EQUALS, Operator.NOT_EMPTY, names);
            case "@in" -> in(call, names);
            case "contains" -> contains(call, names);
            case "exists" -> exists(call, names);
            case "all" -> every(call, names);
            case "isNewerThan", "isAtLeast", "isOlderThan", "isAtMost" -> version(call, names);
            default -> throw Names.unknown();
        };
    }

    private Comparison orAbsent(Syntax.Call call, Names names) {
        Comparison left = one(call.argument(0), names);
        Comparison right = one(call.argument(1), names);
        if (call.arguments().size() != 2
                || left.operator() != Operator.NOT_EXISTS
                || left.quantifier() != null
                || right.quantifier() != null) {
            throw Names.unknown();
        }
        if (left.isOf(right)) {
            return right.orAbsent();
        }
        Complies.Filter there = new Complies.Filter(left.path(), Operator.EXISTS, null, null);
        return right.over(Quantifier.EVERY, List.of(there));
    }

    private Comparison not(Syntax e, Names names) {
        if (!(e instanceof Syntax.Call)
                || e instanceof Syntax.Call call && call.function().equals("_[_]")) {
            return e instanceof Syntax.Member member && member.asks()
                    ? Comparison.of(names.place(member.of()).then(member.name()), Operator.NOT_EXISTS, null)
                    : negated(names.place(e));
        }
        Comparison part = one(e, names);
        if (part.quantifier() == Quantifier.SOME) {
            return part.over(Quantifier.NONE, part.complies().where());
        }
        Operator operator =
                switch (part.operator()) {
                    case IN -> Operator.NOT_IN;
                    case CONTAINS -> Operator.NOT_CONTAINS;
                    case EXISTS -> Operator.NOT_EXISTS;
                    default -> throw Names.unknown();
                };
        return Comparison.of(
                new Place(part.path(), part.complies().key(), true),
                operator,
                part.complies().value(),
                part.complies().slot(),
                false);
    }

    private static Comparison negated(Place place) {
        Comparison isFalse = Comparison.of(place, Operator.EQUALS, false);
        return place.member() ? isFalse.orAbsent() : isFalse;
    }

    private Comparison equal(Syntax.Call call, Operator operator, Operator ofEmpty, Names names) {
        if (call.argument(0) instanceof Syntax.Call size && size.is("size", 1)) {
            if (!call.argument(1).equals(new Syntax.Literal(0))) {
                throw Names.unknown();
            }
            return Comparison.of(names.place(size.argument(0)), ofEmpty, null);
        }
        Place place = names.place(call.argument(0));
        if (call.argument(1).equals(new Syntax.Literal(""))) {
            return Comparison.of(place, ofEmpty, null);
        }
        return valued(place, operator, call.argument(1), operator == Operator.EQUALS && isNumber(call.argument(1)));
    }

    private static boolean isNumber(Syntax value) {
        return value instanceof Syntax.Literal literal && literal.value() instanceof Number;
    }

    private Comparison ordered(Syntax.Call call, Names names) {
        Syntax left = call.argument(0);
        Syntax right = call.argument(1);
        if (left instanceof Syntax.Call size && size.is("size", 1)) {
            if (!call.function().equals("_>_") || !right.equals(new Syntax.Literal(0))) {
                throw Names.unknown();
            }
            return Comparison.of(names.place(size.argument(0)), Operator.NOT_EMPTY, null);
        }
        Operator operator = Objects.requireNonNull(ORDER.get(call.function()));
        if (left instanceof Syntax.Call age && age.is("age", 1)) {
            Operator ofDays =
                    switch (operator) {
                        case LTE -> Operator.WITHIN_DAYS;
                        case GT -> Operator.OLDER_THAN_DAYS;
                        default -> throw Names.unknown();
                    };
            return valued(names.place(age.argument(0)), ofDays, right, true);
        }
        boolean made = left instanceof Syntax.Call number && number.is("double", 1);
        return valued(names.place(made ? ((Syntax.Call) left).argument(0) : left), operator, right, true);
    }

    private Comparison version(Syntax.Call call, Names names) {
        if (call.of() instanceof Syntax.Call own
                && own.is("version", 1)
                && call.argument(0) instanceof Syntax.Call other
                && other.is("version", 1)) {
            Operator operator = Objects.requireNonNull(VERSIONS.get(call.function()));
            return valued(names.place(own.argument(0)), operator, other.argument(0), true);
        }
        throw Names.unknown();
    }

    private Comparison in(Syntax.Call call, Names names) {
        boolean ofList = call.argument(0) instanceof Syntax.Literal;
        return ofList
                ? valued(names.place(call.argument(1)), Operator.CONTAINS, call.argument(0), false)
                : valued(names.place(call.argument(0)), Operator.IN, call.argument(1), false);
    }

    private Comparison contains(Syntax.Call call, Names names) {
        if (call.of() == null || call.arguments().size() != 1) {
            throw Names.unknown();
        }
        return valued(names.place(call.of()), Operator.CONTAINS, call.argument(0), false);
    }

    private Comparison exists(Syntax.Call call, Names names) {
        Place list = names.place(loop(call));
        if (call.argument(1) instanceof Syntax.Call equal
                && equal.is("_==_", 2)
                && equal.argument(0).equals(call.argument(0))
                && equal.argument(1) instanceof Syntax.Literal key) {
            return Comparison.of(
                    new Place(list.path() + "{}", String.valueOf(key.value()), true), Operator.EXISTS, null);
        }
        List<Comparison> parts = all(call.argument(1), names.with(variable(call), list));
        Comparison wanted = parts.get(parts.size() - 1);
        List<Complies.Filter> where = filters(parts.subList(0, parts.size() - 1));
        if (wanted.quantifier() == null || wanted.quantifier() == Quantifier.SOME) {
            return wanted.over(Quantifier.SOME, joined(where, wanted));
        }
        throw Names.unknown();
    }

    private Comparison every(Syntax.Call call, Names names) {
        Syntax over = loop(call);
        List<Complies.Filter> where = List.of();
        if (over instanceof Syntax.Call filter && filter.function().equals("filter")) {
            over = loop(filter);
            where = filters(all(filter.argument(1), names.with(variable(filter), names.place(over))));
        }
        List<Comparison> parts = inAll(call.argument(1), names.with(variable(call), names.place(over)));
        Comparison wanted = parts.get(0);
        boolean each = wanted.quantifier() == null || wanted.quantifier() == Quantifier.EVERY;
        if (parts.size() > 1 || !each) {
            throw Names.unknown();
        }
        return wanted.over(Quantifier.EVERY, joined(where, wanted));
    }

    /** Inside of all(…), where a further all(…) needs no elements of its own: the outermost asks for them. */
    private List<Comparison> inAll(Syntax e, Names names) {
        return e instanceof Syntax.Call call && call.function().equals("all")
                ? List.of(every(call, names))
                : all(e, names);
    }

    /** The filters of one level; those of two would have to hold for the same element. */
    private static List<Complies.Filter> joined(List<Complies.Filter> where, Comparison wanted) {
        List<Complies.Filter> inner = wanted.complies().where();
        if (!where.isEmpty() && !inner.isEmpty()) {
            throw Names.unknown();
        }
        return where.isEmpty() ? inner : where;
    }

    private List<Complies.Filter> filters(List<Comparison> parts) {
        for (Comparison part : parts) {
            hold(part);
            boolean one = part.quantifier() == null || part.quantifier() == Quantifier.SOME;
            if (!one
                    || part.absent() != null
                    || part.complies().key() != null
                    || !part.complies().where().isEmpty()) {
                throw Names.unknown();
            }
        }
        return parts.stream().map(Comparison::filter).toList();
    }

    private static Syntax loop(Syntax.Call call) {
        if (call.of() == null || call.arguments().size() != 2 || !(call.argument(0) instanceof Syntax.Name)) {
            throw Names.unknown();
        }
        return call.of();
    }

    private static String variable(Syntax.Call loop) {
        return ((Syntax.Name) loop.argument(0)).name();
    }

    private Comparison valued(Place place, Operator operator, Syntax value, boolean asks) {
        StatedValues.Value stated = values.of(value);
        return Comparison.of(place, operator, stated.value(), stated.slot(), asks && place.member());
    }
}
