package org.rulebatch.generate.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.rulebatch.generate.embedded.Option.Answer;
import org.rulebatch.generate.embedded.Ranker.Ranked;
import org.rulebatch.reading.Contradiction;
import org.rulebatch.reading.RuleReading;
import org.rulebatch.reading.Source;
import org.rulebatch.requirement.Candidate;
import org.rulebatch.requirement.Cause;
import org.rulebatch.requirement.Decision;
import org.rulebatch.requirement.Finding;
import org.rulebatch.requirement.Requirement;

/**
 * Decides whether a check of the best option is automated, proposed to a person with what must be known first, or not worth
 * that. A check decides a rule only if it answers every word of it and the knowledge base says what its field means.
 */
final class DecisionMaker {

    /** From this probability on, a check is worth a person's look: of labelled rules just below 0.5 it is right in more than half. */
    static final double WORTH_PROPOSING = 0.45;

    /** From this probability on, a few words that no fact of the service says are taken for other ways to say the same. */
    static final double CERTAIN = 0.9;

    /** From this probability on, words that say of which resources do not count as further words. */
    private static final double LIKELY = 0.5;

    /** So many words that the check does not answer leave it worth a look where it may not be the one that is meant. */
    private static final int FEW = 2;

    private DecisionMaker() {}

    /**
     * What is left to find out of a rule.
     *
     * @param choice what ranks first, its check, and what that leaves out
     * @param confidence the probability that the best option is the one that is meant
     * @param isSure whether that is enough to rely on it
     * @param doubt why it does not decide the rule, where a person may start from it nevertheless
     */
    record Proposal(
            RuleReading reading,
            Twins.Choice choice,
            double confidence,
            boolean isSure,
            Optional<String> doubt,
            List<Candidate> candidates) {}

    static Decision decide(Proposal proposal) {
        Optional<Decision> unclear = unclear(proposal);
        if (unclear.isPresent()) {
            return unclear.get();
        }
        Left left = proposal.choice().left();
        List<String> reservations = reservations(proposal);
        List<Finding> notes = notes(left.everyday());
        Requirement requirement = proposal.choice().requirement();
        return reservations.isEmpty()
                ? new Decision.Automated(requirement, proposal.confidence(), proposal.candidates(), notes)
                : new Decision.Proposed(
                        requirement,
                        String.join(" ", reservations),
                        proposal.confidence(),
                        proposal.candidates(),
                        notes);
    }

    /** Why the best check is not even worth proposing. */
    private static Optional<Decision> unclear(Proposal proposal) {
        Optional<Contradiction> contradiction = proposal.reading().contradictions().stream()
                .filter(found -> found.second().source() == Source.ID || found.kind() == Contradiction.Kind.POLARITY)
                .findFirst();
        if (contradiction.isPresent()) {
            return review(proposal, Cause.AMBIGUOUS, words(contradiction.get()));
        }
        if (proposal.choice().opposite().isPresent()) {
            return review(
                    proposal,
                    Cause.AMBIGUOUS,
                    "the rule says \"" + proposal.choice().opposite().get()
                            + "\", and the best check asks for the opposite; confirm which is meant");
        }
        Left left = proposal.choice().left();
        List<String> unsaid = left.unsaid();
        if (!left.values().isEmpty() && (!proposal.isSure() || !unsaid.isEmpty())) {
            return review(proposal, Cause.NOT_COVERED, "nothing in the best check answers " + quoted(left.values()));
        }
        List<String> open = proposal.confidence() < LIKELY ? joined(left.qualifiers(), unsaid) : unsaid;
        return proposal.isSure() || open.size() <= FEW
                ? Optional.empty()
                : review(
                        proposal,
                        Cause.AMBIGUOUS,
                        "the best check may not be meant, and does not answer " + quoted(open));
    }

    private static List<String> reservations(Proposal proposal) {
        List<String> reservations = new ArrayList<>();
        if (!proposal.isSure()) {
            reservations.add("Another field may be meant; see the other candidates.");
        }
        proposal.doubt().ifPresent(reservations::add);
        Left left = proposal.choice().left();
        List<String> unanswered = joined(joined(left.values(), left.qualifiers()), left.unsaid());
        if (!unanswered.isEmpty()) {
            reservations.add("It does not answer " + quoted(unanswered) + ".");
        }
        Ranked best = proposal.choice().ranked().get(0);
        if (!Allowed.decides(best.option(), proposal.choice().requirement())) {
            meaning(best.option()).ifPresent(reservations::add);
        }
        if (proposal.choice().isDenied()) {
            reservations.add("The rule rules something out, and the check only asks that something is there.");
        }
        another(best).ifPresent(reservations::add);
        return reservations;
    }

    private static List<Finding> notes(List<String> noted) {
        return noted.isEmpty()
                ? List.of()
                : List.of(Finding.note(
                        "words.other",
                        "title",
                        "no word of the check says " + quoted(noted) + "; it may say the same"));
    }

    private static List<String> joined(List<String> some, List<String> others) {
        return Stream.of(some, others).flatMap(List::stream).toList();
    }

    /** That each of another service's resources is judged, of which the rule does not speak. */
    private static Optional<String> another(Ranked best) {
        boolean isSpoken = best.feature("resource_same") > 0 || best.feature("resource_asked") > 0;
        return best.feature("neighbour") > 0
                        && !isSpoken
                        && best.option().answer() instanceof Answer.OfFact known
                        && !known.fact().isOfAPlace()
                ? Optional.of("It judges each " + known.resource() + ", which the rule does not name.")
                : Optional.empty();
    }

    /** What a person must know of a field that does not surely mean what the rule asks. */
    private static Optional<String> meaning(Option best) {
        if (best.answer() instanceof Answer.OfField) {
            return Optional.of(
                    "The knowledge base does not know the field; what complies is guessed from its name and type.");
        }
        return best.answer() instanceof Answer.OfFact known && known.fact().near()
                ? Optional.of(("The field only indicates it. " + known.fact().note()).strip())
                : Optional.empty();
    }

    private static String words(Contradiction found) {
        return String.format(
                Locale.ROOT, "the rule contradicts itself: \"%s\" and \"%s\"", found.firstText(), found.secondText());
    }

    private static String quoted(List<String> words) {
        return "these words of the rule: \"" + String.join("\", \"", words) + "\"";
    }

    private static Optional<Decision> review(Proposal proposal, Cause cause, String reason) {
        return Optional.of(new Decision.ManualReview(cause, reason, proposal.confidence(), proposal.candidates()));
    }
}
