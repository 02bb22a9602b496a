package org.rulebatch.generate.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rulebatch.generate.embedded.Option.Answer;
import org.rulebatch.metadata.RuleMetadata;
import org.rulebatch.reading.Boilerplate;
import org.rulebatch.reading.Contradiction;
import org.rulebatch.reading.Reader;
import org.rulebatch.requirement.Candidate;
import org.rulebatch.requirement.Cause;
import org.rulebatch.requirement.Decision;
import org.rulebatch.requirement.Requirement;

/**
 * Decides whether a check of the best option is automated, proposed to a person with what must be known first, or not worth
 * that. A check decides a rule only if it answers every word of it and the knowledge base says what its field means.
 */
final class DecisionMaker {

    /** More of the rule than this share may not be left out of a check that is proposed. */
    private static final double MOST_LEFT_OUT = 0.34;

    private final Coverage coverage;
    private final Reader reader = new Reader(Boilerplate.none());

    DecisionMaker(Coverage coverage) {
        this.coverage = coverage;
    }

    /**
     * What is left to find out of a rule.
     *
     * @param best what ranks first
     * @param requirement the check of it, with the values that the rule states
     * @param confidence the probability that the best option is the one that is meant
     */
    record Proposal(
            RuleMetadata rule, Option best, Requirement requirement, double confidence, List<Candidate> candidates) {}

    Decision decide(Proposal proposal) {
        var reading = reader.read(proposal.rule());
        if (!reading.contradictions().isEmpty()) {
            return review(proposal, Cause.AMBIGUOUS, contradiction(reading.contradictions().get(0)));
        }
        Requirement requirement = Measures.stated(reading, proposal.requirement());
        Coverage.Left left = coverage.left(proposal.rule(), reading, proposal.best(), requirement);
        if (left.share() > MOST_LEFT_OUT || left.leavesOutValue()) {
            return review(proposal, Cause.NOT_COVERED, "nothing in the best check answers " + quoted(left));
        }
        List<String> reservations = new ArrayList<>();
        if (!left.words().isEmpty()) {
            reservations.add("It does not answer " + quoted(left) + ".");
        }
        meaning(proposal.best()).ifPresent(reservations::add);
        return reservations.isEmpty()
                ? new Decision.Automated(requirement, proposal.confidence(), proposal.candidates(), List.of())
                : new Decision.Proposed(
                        requirement,
                        String.join(" ", reservations),
                        proposal.confidence(),
                        proposal.candidates(),
                        List.of());
    }

    /** What a person must know of a field that does not surely mean what the rule asks. */
    private static Optional<String> meaning(Option best) {
        if (best.answer() instanceof Answer.OfField) {
            return Optional.of("The knowledge base does not know the field; what complies is guessed from its name and type.");
        }
        return best.answer() instanceof Answer.OfFact known && known.fact().near()
                ? Optional.of(("The field only indicates it. " + known.fact().note()).strip())
                : Optional.empty();
    }

    private static String contradiction(Contradiction found) {
        return String.format(
                Locale.ROOT, "the rule contradicts itself: \"%s\" and \"%s\"", found.firstText(), found.secondText());
    }

    private static String quoted(Coverage.Left left) {
        return "these words of the rule: \"" + String.join("\", \"", left.words()) + "\"";
    }

    private static Decision review(Proposal proposal, Cause cause, String reason) {
        return new Decision.ManualReview(cause, reason, proposal.confidence(), proposal.candidates());
    }
}
