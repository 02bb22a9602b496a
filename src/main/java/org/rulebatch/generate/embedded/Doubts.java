package org.rulebatch.generate.embedded;

import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.rulebatch.generate.embedded.Option.Answer;
import org.rulebatch.generate.embedded.Ranker.Ranked;
import org.rulebatch.knowledge.Complies;
import org.rulebatch.knowledge.Reading;
import org.rulebatch.knowledge.Slot;
import org.rulebatch.requirement.Operator;
import org.rulebatch.requirement.Quantifier;

/** Says why an option does not decide a rule, however well it fits its words. */
final class Doubts {

    /** That a thing is there answers a rule only if the option knows so much of what the id asks. */
    private static final double EXPLAINED = 0.65;

    /** And if no more than so much of the id says another control family. */
    private static final double OTHER_FAMILY = 0.25;

    /** The share of the id from which on it is said whole. */
    private static final double WHOLE = 0.95;

    /** As in "least privilege". */
    private static final String LEAST = "least";

    private static final Set<Operator> ABSENT = EnumSet.of(Operator.NOT_EXISTS, Operator.IS_EMPTY);

    private static final Words WORDS = new Words();
    private static final List<String> KEY_POLICY = WORDS.stems("key policy");

    private Doubts() {}

    /** The reason for a person, or nothing; of options in their order. */
    static Optional<String> about(RuleReading reading, List<Ranked> ranked) {
        Ranked best = ranked.get(0);
        if (!(best.option().answer() instanceof Answer.OfFact known)) {
            return Optional.empty();
        }
        if (feature(best, "unless") > 0) {
            return Optional.of(
                    "the knowledge base says that the best field is not meant where an id says what this one says");
        }
        Optional<Set<String>> other = partNotKnown(reading, best, known);
        if (other.isPresent()) {
            return Optional.of("the rule asks for several things, and the best field says nothing of one of them ("
                    + String.join(" ", other.get()) + "); confirm by hand");
        }
        if (!takesAsked(known, reading)) {
            return Optional.of("the rule states a value (" + reading.asked() + ") that the best field does not hold");
        }
        if (lacksPort(known, reading)) {
            return Optional.of("the best field is looked at for a port, and the rule names none that is known");
        }
        if (reading.unnamed() && known.fact().words().stream().noneMatch(phrase -> says(phrase, "required"))) {
            return Optional.of("the rule does not say which ones are required; confirm by hand");
        }
        if (known.fact().near() && reading.judged().contains(LEAST)) {
            return Optional.of(
                    "what is the least that is needed, no field shows; the best one only indicates it; confirm by hand");
        }
        if (best.option().isPresence()) {
            String note = known.fact().note();
            String reason = "the best field is there whether the rule is met or not; confirm by hand. " + note;
            return Optional.of(reason.strip());
        }
        if (known.fact().near()
                && ABSENT.contains(known.fact().main().complies().operator())) {
            String reason = "where the best field is there, its content decides; confirm by hand. "
                    + known.fact().note();
            return Optional.of(reason.strip());
        }
        if (isNamesake(best)) {
            return Optional.of("the best field is about another service's "
                    + known.resource().id() + "; confirm by hand");
        }
        if (isOfKeyPolicy(reading) && !known.fact().main().call().operation().equals("get_key_policy")) {
            return Optional.of(
                    "the rule is about the policy of a key, which kms.get_key_policy answers for the key that"
                            + " the resource names; confirm by hand");
        }
        Optional<String> gap = ownGap(ranked, known.fact().family());
        if (gap.isPresent()) {
            return Optional.of(
                    "the best field is about another resource; of the rule's own, no read API says it: " + gap.get());
        }
        Set<String> more = asksMore(reading, best, known);
        return more.isEmpty()
                ? Optional.empty()
                : Optional.of("the best field says that something is there, and the rule asks more of it (" + more
                        + "); confirm by hand");
    }

    /** One of several things that the id asks for, of which the fact knows nothing, in its words or in its value. */
    private static Optional<Set<String>> partNotKnown(RuleReading reading, Ranked best, Answer.OfFact known) {
        if (reading.parts().size() < 2) {
            return Optional.empty();
        }
        Set<String> said = new HashSet<>(best.option().known());
        readings(known)
                .forEach(part ->
                        said.addAll(WORDS.stems(String.valueOf(part.complies().value()))));
        return reading.parts().stream()
                .filter(part -> Collections.disjoint(part, said))
                .findFirst();
    }

    /** Whether every kind of value that the rule's name states has a place in the fact, in its own or a smaller unit. */
    private static boolean takesAsked(Answer.OfFact known, RuleReading reading) {
        return reading.asked().stream().allMatch(asked -> readings(known)
                .anyMatch(part -> Quantities.thatHold(asked).stream().anyMatch(part.complies()::hasSlot)));
    }

    /** Whether the fact is about a port of the rule's, and its own, an example, would stand in for it. */
    private static boolean lacksPort(Answer.OfFact known, RuleReading reading) {
        return !reading.stated().containsKey(Slot.PORT)
                && readings(known).anyMatch(part -> part.complies().hasSlot(Slot.PORT));
    }

    private static Stream<Reading> readings(Answer.OfFact known) {
        return Stream.concat(Stream.of(known.fact().main()), known.fact().with().stream());
    }

    /** Whether the id asks about a "key policy": other policies of a resource are not its key's. */
    private static boolean isOfKeyPolicy(RuleReading reading) {
        return Collections.indexOfSubList(reading.control(), KEY_POLICY) >= 0;
    }

    /**
     * Whether it is about a resource of another service that the rule does not name: one that is called as the rule's own is, or
     * any where the rule's own is known.
     */
    private static boolean isNamesake(Ranked best) {
        return feature(best, "neighbour") > 0
                && (feature(best, "resource_same") > 0 || feature(best, "resource_other") > 0)
                && feature(best, "resource_asked") == 0;
    }

    /** Why no read shows of the rule's own resource what the id asks, where the best option is about another one. */
    private static Optional<String> ownGap(List<Ranked> ranked, String family) {
        boolean other = feature(ranked.get(0), "resource_other") > 0 && feature(ranked.get(0), "resource_asked") == 0;
        return ranked.stream()
                .filter(each -> other && feature(each, "resource_same") > 0 && feature(each, "said") > WHOLE)
                .filter(each -> each.option().answer() instanceof Answer.NotExposed none
                        && none.gap().family().equals(family))
                .map(each -> ((Answer.NotExposed) each.option().answer()).gap().reason())
                .findFirst();
    }

    /** What the id asks beyond a thing being there, where that is all that the fact says. */
    private static Set<String> asksMore(RuleReading reading, Ranked best, Answer.OfFact known) {
        Complies complies = known.fact().main().complies();
        boolean counted =
                complies.operator() == Operator.GTE && Integer.valueOf(1).equals(complies.value());
        if ((!Option.isPresent(complies) && !counted) || complies.quantifier() == Quantifier.NONE) {
            return Set.of();
        }
        Set<String> more = new LinkedHashSet<>(reading.judged());
        more.removeIf(word -> known.fact().words().stream().anyMatch(phrase -> says(phrase, word)));
        if (feature(best, "explained") < EXPLAINED
                || feature(best, "family_other") > OTHER_FAMILY
                || feature(best, "said") == 0) {
            reading.control().stream()
                    .filter(stem -> !best.option().known().contains(stem))
                    .forEach(more::add);
            if (more.isEmpty()) {
                more.addAll(reading.control());
            }
        }
        return more;
    }

    /** Whether a phrase has a word; "at least" is none that judges. */
    private static boolean says(String phrase, String word) {
        return List.of(phrase.replace("at least", "").split(" ")).contains(word);
    }

    private static double feature(Ranked ranked, String name) {
        return ranked.features()[Features.NAMES.indexOf(name)];
    }
}
