package org.rulebatch.ruleyaml;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.rulebatch.catalog.FieldPath;
import org.rulebatch.language.Scope;
import org.rulebatch.language.value.Form;
import org.rulebatch.requirement.Operator;
import org.rulebatch.requirement.Quantifier;

/**
 * Writes conditions as the expression of the check language that they mean; {@code docs/rule-yaml.md} lists what each form
 * becomes. An absent value fails a positive condition and meets a negative one, and so does a list without elements.
 */
public final class ConditionsInCel {

    private static final String ELEMENT = "element";

    /** What the variables of a condition stand for; {@code element} only below a quantifier. */
    private record Sight(CelPlace item, @Nullable CelPlace element, int depth) {}

    /** A macro over the elements of a list, {@code exists} or {@code all}. */
    private record Loop(String macro) {

        CelText over(CelPlace list, String variable, CelText asked) {
            return CelText.truth(list.text() + "." + macro + "(" + variable + ", " + asked.text() + ")");
        }
    }

    private static final Loop EXISTS = new Loop("exists");
    private static final Loop ALL = new Loop("all");

    private ConditionsInCel() {}

    /** The expression over the item of that scope. */
    public static String text(Clause clause, Scope scope) {
        CelPlace item = CelPlace.variable(Scope.ITEM, scope.variable(Scope.ITEM).orElse(null));
        return of(clause, new Sight(item, null, 1)).text();
    }

    private static CelText of(Clause clause, Sight sight) {
        if (clause instanceof Clause.Leaf leaf) {
            return leaf(leaf, sight);
        }
        if (clause instanceof Clause.Over over) {
            return over(over, sight);
        }
        if (clause instanceof Clause.Not not) {
            return of(not.part(), sight).not();
        }
        return clause instanceof Clause.All all
                ? CelText.all(all.parts().stream().map(part -> of(part, sight)).toList())
                : CelText.any(((Clause.Any) clause)
                        .parts().stream().map(part -> of(part, sight)).toList());
    }

    private static CelText leaf(Clause.Leaf leaf, Sight sight) {
        FieldPath path = FieldPath.parse(leaf.variable());
        BiFunction<CelPlace, Integer, CelText> compared =
                (place, depth) -> new CelComparison(place).of(leaf.operator(), leaf.value());
        if (path.lists().isEmpty()) {
            return through(path, sight, ALL, compared);
        }
        if (path.steps().get(0).equals(ELEMENT) && isMembership(leaf.operator())) {
            CelText member = through(
                    path,
                    sight,
                    EXISTS,
                    (place, depth) -> place.form() == Form.LIST
                            ? CelComparison.elementOf(place, leaf.value(), depth)
                            : new CelComparison(place).of(Operator.EQUALS, leaf.value()));
            return leaf.operator() == Operator.CONTAINS ? member : member.not();
        }
        CelText all = through(path, sight, ALL, compared);
        return leaf.operator().metByAbsence() ? all : CelText.all(List.of(some(path, sight), all));
    }

    private static boolean isMembership(Operator operator) {
        return operator == Operator.CONTAINS || operator == Operator.NOT_CONTAINS;
    }

    private static CelText over(Clause.Over over, Sight sight) {
        FieldPath path = FieldPath.parse(over.path());
        BiFunction<CelPlace, Integer, CelText> match =
                (place, depth) -> of(over.match(), new Sight(sight.item(), place, depth));
        if (over.quantifier() != Quantifier.EVERY) {
            CelText some = through(path, sight, EXISTS, match);
            return over.quantifier() == Quantifier.SOME ? some : some.not();
        }
        CelText all = through(path, sight, ALL, match);
        return ofNothing(over.match()).orElse(false) ? all : CelText.all(List.of(some(path, sight), all));
    }

    /** Whether a list on the way has an element. */
    private static CelText some(FieldPath path, Sight sight) {
        List<FieldPath> lists = path.lists();
        if (lists.isEmpty()) {
            return CelText.TRUE;
        }
        FieldPath innermost = lists.get(lists.size() - 1).parent().orElseThrow();
        return through(
                innermost, sight, EXISTS, (place, depth) -> CelText.comparison("size(" + place.text() + ") > 0"));
    }

    /** Asks what a path leads to, in a loop for each list on the way. */
    private static CelText through(
            FieldPath path, Sight sight, Loop loop, BiFunction<CelPlace, Integer, CelText> asked) {
        CelPlace element = sight.element();
        CelPlace start = element != null && path.steps().get(0).equals(ELEMENT) ? element : sight.item();
        return through(start, path.steps().subList(1, path.steps().size()), sight.depth(), loop, asked);
    }

    private static CelText through(
            CelPlace place, List<String> steps, int depth, Loop loop, BiFunction<CelPlace, Integer, CelText> asked) {
        if (steps.isEmpty()) {
            return asked.apply(place, depth);
        }
        List<String> rest = steps.subList(1, steps.size());
        if (!FieldPath.isMany(steps.get(0))) {
            return through(place.member(steps.get(0)), rest, depth, loop, asked);
        }
        String variable = "e" + depth;
        CelText inner = through(place.element(variable), rest, depth + 1, loop, asked);
        return loop.over(place, variable, inner);
    }

    /**
     * Whether an element that is not there meets a condition; empty where that depends on something else. A condition that it
     * does not meet asks for at least one element.
     */
    private static Optional<Boolean> ofNothing(Clause clause) {
        if (clause instanceof Clause.Leaf leaf) {
            return leaf.variable().startsWith(ELEMENT)
                    ? Optional.of(leaf.operator().metByAbsence())
                    : Optional.empty();
        }
        if (clause instanceof Clause.Over over) {
            return switch (over.quantifier()) {
                case SOME -> Optional.of(false);
                case NONE -> Optional.of(true);
                case EVERY -> ofNothing(over.match());
            };
        }
        if (clause instanceof Clause.Not not) {
            return ofNothing(not.part()).map(holds -> !holds);
        }
        return clause instanceof Clause.All all
                ? decided(all.parts(), false)
                : decided(((Clause.Any) clause).parts(), true);
    }

    /** One part that is decisive decides; else all have to be known. */
    private static Optional<Boolean> decided(List<Clause> parts, boolean decisive) {
        List<Optional<Boolean>> each =
                parts.stream().map(ConditionsInCel::ofNothing).toList();
        if (each.contains(Optional.of(decisive))) {
            return Optional.of(decisive);
        }
        return each.contains(Optional.<Boolean>empty()) ? Optional.empty() : Optional.of(!decisive);
    }
}
