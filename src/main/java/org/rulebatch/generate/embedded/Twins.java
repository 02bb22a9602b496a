package org.rulebatch.generate.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rulebatch.generate.embedded.Option.Answer;
import org.rulebatch.generate.embedded.Ranker.Ranked;
import org.rulebatch.metadata.RuleMetadata;
import org.rulebatch.reading.RuleReading;
import org.rulebatch.requirement.Cover;
import org.rulebatch.requirement.Expressions;
import org.rulebatch.requirement.Requirement;

/**
 * Chooses between facts that rank close to each other: the one that leaves out least of the rule. A ranking weighs words
 * against each other; of two facts on nearly the same words only the rule's qualifiers and values tell which is meant.
 */
final class Twins {

    private static final int MOST = 8;

    /** How much lower than the best a twin may rank. */
    private static final double MARGIN = 4;

    /** How much less a fact of another family must leave out: a value that the rule states. */
    private static final int ANSWERED = 4;

    private static final int FEW = 2;

    private final Coverage coverage;
    private final Opposites opposites;

    Twins(Coverage coverage, Opposites opposites) {
        this.coverage = coverage;
        this.opposites = opposites;
    }

    /**
     * What was chosen.
     *
     * @param ranked the options with the chosen one first, else in their order
     * @param requirement the check of the chosen one, with what the rule states
     * @param left what that check leaves out of the rule
     * @param opposite words of the rule that ask for the opposite of what is known to comply
     * @param isDenied whether the rule rules something out of which the check only asks that it is there
     * @param rivals the same options without those that leave out a value of the rule which the chosen one answers
     */
    record Choice(
            List<Ranked> ranked,
            Requirement requirement,
            Left left,
            Optional<String> opposite,
            boolean isDenied,
            List<Ranked> rivals) {

        /** The same with further words forgiven, where there are few of them. */
        Choice forgiving() {
            return left.others().size() <= FEW
                    ? new Choice(ranked, requirement, left.forgiving(), opposite, isDenied, rivals)
                    : this;
        }

        /** The same with what the pieces of its check answer, where that is a whole one. */
        Choice covering(List<Cover> covers) {
            return requirement instanceof Expressions asked
                    ? new Choice(ranked, asked.withCovers(covers), left, opposite, isDenied, rivals)
                    : this;
        }
    }

    /**
     * Chooses.
     *
     * @param ranked at least one, the first of which has a check
     * @param requirement the check of an option
     */
    Choice choose(
            RuleMetadata rule,
            RuleReading reading,
            Scope scope,
            List<Ranked> ranked,
            Function<Answer, Requirement> requirement) {
        Ranked best = ranked.get(0);
        Ranked chosen = best;
        Requirement check = stated(
                rule, reading, best.option(), requirement.apply(best.option().answer()));
        Left least = coverage.left(rule, reading, scope, best.option(), check);
        for (Ranked each : ranked.subList(1, Math.min(MOST, ranked.size()))) {
            if (isTwin(best, each) || !least.values().isEmpty() && mayAnswer(best, each)) {
                Requirement other = stated(
                        rule,
                        reading,
                        each.option(),
                        requirement.apply(each.option().answer()));
                Left left = coverage.left(rule, reading, scope, each.option(), other);
                boolean answersMore = left.values().size() < least.values().size();
                boolean answersAll = left.values().isEmpty() && left.weight() <= least.weight() - ANSWERED;
                boolean better = isTwin(best, each)
                        ? left.weight() < least.weight() && (answersMore || isNamed(rule, reading, each))
                        : answersAll;
                if (better) {
                    chosen = each;
                    check = other;
                    least = left;
                }
            }
        }
        List<Ranked> ordered = chosen == best ? ranked : first(chosen, best, ranked);
        return new Choice(
                ordered,
                check,
                least,
                opposites.of(rule, reading, chosen.option(), check),
                opposites.isDenied(reading, chosen.option(), check),
                least.values().isEmpty() && Demands.areIn(reading)
                        ? rivals(
                                ordered,
                                option -> coverage.left(
                                        rule,
                                        reading,
                                        scope,
                                        option,
                                        stated(rule, reading, option, requirement.apply(option.answer()))))
                        : ordered);
    }

    /** The options without those, of the same family or about the same resource, that leave out a value of the rule. */
    private static List<Ranked> rivals(List<Ranked> ordered, Function<Option, Left> left) {
        Ranked chosen = ordered.get(0);
        Set<Ranked> lesser = ordered.subList(1, Math.min(MOST, ordered.size())).stream()
                .filter(each -> isRelated(chosen, each))
                .filter(each -> !left.apply(each.option()).values().isEmpty())
                .collect(Collectors.toSet());
        return ordered.stream().filter(each -> !lesser.contains(each)).toList();
    }

    private static boolean isRelated(Ranked chosen, Ranked other) {
        return chosen.option().answer() instanceof Answer.OfFact one
                && other.option().answer() instanceof Answer.OfFact another
                && (one.resource().equals(another.resource())
                        || one.fact().family().equals(another.fact().family()));
    }

    private static Requirement stated(RuleMetadata rule, RuleReading reading, Option option, Requirement known) {
        Requirement measured = Measures.stated(reading, Allowed.stated(reading, option, known));
        return Protocols.stated(rule, reading, Lists.stated(rule, reading, measured));
    }

    private static List<Ranked> first(Ranked chosen, Ranked best, List<Ranked> ranked) {
        List<Ranked> reordered = new ArrayList<>(ranked);
        reordered.remove(chosen);
        reordered.add(0, chosen.plus(best.score() - chosen.score()));
        return reordered;
    }

    private boolean isNamed(RuleMetadata rule, RuleReading reading, Ranked twin) {
        return twin.option().answer() instanceof Answer.OfFact known && coverage.names(rule, reading, known.fact());
    }

    /** Whether it is a fact about the same resource or of the same family, which may answer a value that the best one leaves out. */
    private static boolean mayAnswer(Ranked best, Ranked other) {
        return other.score() >= best.score() - MARGIN
                && isRelated(best, other)
                && other.option().answer() instanceof Answer.OfFact another
                && !another.fact().near();
    }

    /** Whether it is a fact of the same family on the same field, or about the same resource. */
    private static boolean isTwin(Ranked best, Ranked other) {
        if (!(best.option().answer() instanceof Answer.OfFact one)
                || !(other.option().answer() instanceof Answer.OfFact another)) {
            return false;
        }
        boolean near = other.score() >= best.score() - MARGIN;
        boolean sameField = best.option().responsePath().equals(other.option().responsePath())
                && another.fact().isOfAPlace();
        return near
                && one.fact().family().equals(another.fact().family())
                && (sameField || one.resource().equals(another.resource()));
    }
}
