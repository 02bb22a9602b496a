package org.rulebatch.generate.embedded;

import java.util.Optional;
import java.util.function.Predicate;
import org.rulebatch.generate.embedded.Option.Answer;
import org.rulebatch.knowledge.Fact;
import org.rulebatch.knowledge.Family;
import org.rulebatch.knowledge.Knowledge;
import org.rulebatch.metadata.RuleMetadata;
import org.rulebatch.reading.Amount;
import org.rulebatch.reading.Clause;
import org.rulebatch.reading.Form;
import org.rulebatch.reading.Part;
import org.rulebatch.reading.RuleReading;
import org.rulebatch.reading.Wording;
import org.rulebatch.requirement.Requirement;

/** Finds rules that ask for the opposite of what a check holds to comply: their words are the same. */
final class Opposites {

    private static final Wording WORDING = Wording.bundled();

    private final Knowledge knowledge;
    private final RuleReader words;

    Opposites(Knowledge knowledge, RuleReader words) {
        this.knowledge = knowledge;
        this.words = words;
    }

    /** The words of the rule that ask for the opposite, or nothing. */
    Optional<String> of(RuleMetadata rule, RuleReading reading, Option option, Requirement requirement) {
        return option.answer() instanceof Answer.OfFact known
                ? off(rule, reading, known.fact(), requirement).or(() -> only(rule, reading, requirement))
                : Optional.empty();
    }

    /**
     * Where a rule says that a thing is off of which the knowledge base knows that it should be on. A finding tells what is wrong, and a
     * question may ask either way.
     */
    private Optional<String> off(RuleMetadata rule, RuleReading reading, Fact fact, Requirement requirement) {
        boolean isOn = !Polarities.asksOff(requirement)
                && knowledge
                        .family(fact.family())
                        .filter(family -> family.polarity() == Family.Polarity.PRESENT)
                        .isPresent()
                && fact.words().stream().noneMatch(WORDING::saysOff);
        return reading.normClauses().stream()
                .filter(clause ->
                        isOn && !clause.wanted() && clause.form() != Form.FINDING && clause.form() != Form.HEADING)
                .flatMap(clause -> clause.parts(Part.Polarity.class).stream()
                        .map(part -> part.place().in(Coverage.text(rule, clause.place()))))
                .filter(WORDING::isOff)
                .findFirst();
    }

    /** Where a rule allows only what a check forbids: "only ports 80 and 443 are open". */
    private static Optional<String> only(RuleMetadata rule, RuleReading reading, Requirement requirement) {
        Predicate<Clause> allows = clause -> clause.wanted()
                && clause.parts(Part.Quantifier.class).stream().anyMatch(part -> part.amount() == Amount.ONLY);
        return reading.normClauses().stream()
                .filter(clause -> Polarities.asksOff(requirement) && allows.test(clause))
                .flatMap(clause -> clause.parts(Part.Values.class).stream()
                        .map(part -> "only " + part.place().in(Coverage.text(rule, clause.place()))))
                .findFirst();
    }

    /**
     * Whether the rule rules something out and the check is met by something that is there: "no rule permits all" is not met by any
     * rule. What the fact's own phrases rule out is known to it.
     */
    boolean isDenied(RuleReading reading, Option option, Requirement requirement) {
        return Polarities.asksPresence(requirement)
                && option.answer() instanceof Answer.OfFact known
                && known.fact().words().stream().noneMatch(phrase -> words.isDenial(phrase))
                && reading.normClauses().stream()
                        .filter(clause -> !clause.wanted())
                        .anyMatch(clause -> clause.form() != Form.FINDING);
    }
}
