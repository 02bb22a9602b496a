package org.rulebatch.generate.embedded;

import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.rulebatch.generate.embedded.Option.Answer;
import org.rulebatch.generate.embedded.Ranker.Ranked;
import org.rulebatch.knowledge.Slot;
import org.rulebatch.metadata.RuleMetadata;
import org.rulebatch.requirement.Cause;
import org.rulebatch.requirement.Operator;
import org.rulebatch.requirement.Requirement;

/** Says why an option does not decide a rule, however well it fits its words. */
final class Doubts {

    /**
     * Why an option does not decide the rule.
     *
     * @param isReservation whether a person may start from its check, knowing that
     */
    record Doubt(Cause cause, String reason, boolean isReservation) {}

    /** The share of the id from which on it is said whole. */
    private static final double WHOLE = 0.95;

    /** As in "least privilege". */
    private static final String LEAST = "least";

    private static final Set<Operator> ABSENT = EnumSet.of(Operator.NOT_EXISTS, Operator.IS_EMPTY);

    private static final Words WORDS = new Words();
    private static final List<String> KEY_POLICY = WORDS.stems("key policy");

    private final RuleMetadata rule;
    private final RuleReading reading;
    private final List<Ranked> ranked;
    private final Ranked best;
    private final Answer.OfFact known;
    private final boolean isListed;

    private Doubts(
            RuleMetadata rule, RuleReading reading, List<Ranked> ranked, Answer.OfFact known, Requirement requirement) {
        this.rule = rule;
        this.reading = reading;
        this.ranked = ranked;
        this.best = ranked.get(0);
        this.known = known;
        this.isListed = Allowed.isStated(best.option(), requirement);
    }

    /** The reason for a person, or nothing; of options in their order, and the check of the first. */
    static Optional<Doubt> about(RuleMetadata rule, RuleReading reading, List<Ranked> ranked, Requirement requirement) {
        return ranked.get(0).option().answer() instanceof Answer.OfFact known
                ? new Doubts(rule, reading, ranked, known, requirement).first()
                : Optional.empty();
    }

    private Optional<Doubt> first() {
        return Stream.<Supplier<Optional<Doubt>>>of(
                        this::ruledOut,
                        this::unknownPort,
                        this::thingsWithoutNames,
                        this::always,
                        this::content,
                        this::namesake,
                        this::keyPolicy,
                        this::gapOfTheOwn,
                        this::leastThatIsNeeded,
                        this::anotherResource,
                        this::askingMore)
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Doubt> ruledOut() {
        return when(
                best.feature("unless") > 0,
                "the knowledge base says that the best field is not meant where an id says what this one says");
    }

    private Optional<Doubt> unknownPort() {
        return when(lacksPort(), "the best field is looked at for a port, and the rule names none that is known");
    }

    private Optional<Doubt> thingsWithoutNames() {
        return reading.unnamed() && !isSaid("required")
                ? Optional.of(new Doubt(
                        Cause.NEEDS_PARAMETER, "the rule does not say which ones are required; confirm by hand", false))
                : Optional.empty();
    }

    private Optional<Doubt> leastThatIsNeeded() {
        return reserved(
                isJudgement() && reading.judged().contains(LEAST),
                "What is the least that is needed, no field shows; the best one only indicates it.");
    }

    /** Whether the fact finds some privileges that are too many, or only indicates what is asked. */
    private boolean isJudgement() {
        boolean privileges =
                known.fact().family().equals("least_privilege") && known.fact().whole() != null;
        return known.fact().near() || privileges;
    }

    private Optional<Doubt> always() {
        return when(
                best.option().isPresence() && !isListed,
                "the best field is there whether the rule is met or not; confirm by hand. "
                        + known.fact().note());
    }

    private Optional<Doubt> content() {
        return when(
                known.fact().near()
                        && ABSENT.contains(known.fact().main().complies().operator()),
                "where the best field is there, its content decides; confirm by hand. "
                        + known.fact().note());
    }

    private Optional<Doubt> namesake() {
        return when(
                isNamesake(),
                "the best field is about another service's " + known.resource().id() + "; confirm by hand");
    }

    private Optional<Doubt> anotherResource() {
        Set<String> named = new HashSet<>(reading.id());
        named.addAll(WORDS.stems(rule.title()));
        return reserved(
                best.feature("resource_other") > 0
                        && best.feature("resource_asked") == 0
                        && best.option().resource().stream().noneMatch(named::containsAll),
                "The best field is about " + known.resource() + ", which the rule does not name.");
    }

    private Optional<Doubt> keyPolicy() {
        return when(
                isOfKeyPolicy() && !known.fact().main().call().operation().equals("get_key_policy"),
                "the rule is about the policy of a key, which kms.get_key_policy answers for the key that the resource"
                        + " names; confirm by hand");
    }

    private Optional<Doubt> gapOfTheOwn() {
        return ownGap().map(gap -> new Doubt(
                Cause.NO_READ_API,
                "the best field is about another resource; of the rule's own, no read API says it: " + gap,
                false));
    }

    /** Words that judge, "approved", where the fact only says that something is there. */
    private Optional<Doubt> askingMore() {
        Set<String> more = new LinkedHashSet<>(reading.judged());
        more.removeIf(this::isSaid);
        boolean isPresence = known.fact().whole() == null
                && Option.isPresent(known.fact().main().complies());
        return reserved(
                isPresence && !isListed && !more.isEmpty(),
                "The best field says that something is there, and the rule asks more of it: " + String.join(", ", more)
                        + ".");
    }

    private static Optional<Doubt> when(boolean doubted, String reason) {
        return doubted ? Optional.of(doubt(reason)) : Optional.empty();
    }

    private static Optional<Doubt> reserved(boolean doubted, String reason) {
        return doubted ? Optional.of(new Doubt(Cause.NOT_COVERED, reason, true)) : Optional.empty();
    }

    private static Doubt doubt(String reason) {
        return new Doubt(Cause.NOT_COVERED, reason.strip(), false);
    }

    /** Whether the fact is about a port of the rule's, and its own, an example, would stand in for it. */
    private boolean lacksPort() {
        return !reading.stated().containsKey(Slot.PORT) && known.fact().takes(Slot.PORT);
    }

    /** Whether the id asks about a "key policy": other policies of a resource are not its key's. */
    private boolean isOfKeyPolicy() {
        return Collections.indexOfSubList(reading.control(), KEY_POLICY) >= 0;
    }

    /**
     * Whether it is about a resource of another service that the rule does not name: one that is called as the rule's own is, or
     * any where the rule's own is known.
     */
    private boolean isNamesake() {
        return best.feature("neighbour") > 0
                && (best.feature("resource_same") > 0 || best.feature("resource_other") > 0)
                && best.feature("resource_asked") == 0;
    }

    /** Why no read shows of the rule's own resource what the id asks, where the best option is about another one. */
    private Optional<String> ownGap() {
        boolean other = best.feature("resource_other") > 0 && best.feature("resource_asked") == 0;
        return ranked.stream()
                .filter(each -> other && each.feature("resource_same") > 0 && each.feature("said") > WHOLE)
                .filter(each -> each.option().answer() instanceof Answer.NotExposed none
                        && none.gap().family().equals(known.fact().family()))
                .map(each -> ((Answer.NotExposed) each.option().answer()).gap().reason())
                .findFirst();
    }

    /** Whether the fact's phrases have a word; "at least" is none that judges. */
    private boolean isSaid(String word) {
        return known.fact().words().stream()
                .anyMatch(phrase ->
                        List.of(phrase.replace("at least", "").split(" ")).contains(word));
    }
}
