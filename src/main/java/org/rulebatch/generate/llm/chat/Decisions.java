package org.rulebatch.generate.llm.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.rulebatch.metadata.RuleMetadata;
import org.rulebatch.requirement.Candidate;
import org.rulebatch.requirement.Cover;
import org.rulebatch.requirement.Decision;
import org.rulebatch.requirement.Expressions;
import org.rulebatch.requirement.Finding;
import org.rulebatch.requirement.Piece;

/** Makes decisions of what a model wrote. */
final class Decisions {

    static final Finding NO_OPINION = Finding.note(
            "model.not_verified", "examples", "the model gave no second opinion on the examples that can be used");

    /** Words that leave to a person what complies: a check of such a rule is a proposal. */
    private static final Pattern VAGUE = Pattern.compile(
            "(?i)\\b(proper(ly)?|appropriate(ly)?|adequate(ly)?|sufficient(ly)?|reasonabl[ey]|suitabl[ey]|correctly|best[ -]practices?"
                    + "|hardened|secure(ly)? configured|well[ -]configured|as (needed|required)|where (possible|applicable))\\b");

    private final RuleMetadata rule;
    private final List<Candidate> candidates;

    Decisions(RuleMetadata rule, Prompt prompt) {
        this.rule = rule;
        this.candidates = ReplyReader.candidates(prompt);
    }

    /** The decision of a check that holds. */
    Decision of(Written written, List<Finding> notes) {
        boolean vague = VAGUE.matcher(rule.title()).find();
        boolean automated =
                written.outcome() == Written.Outcome.CHECK && written.basis().isEmpty() && !vague;
        if (automated) {
            return new Decision.Automated(check(written), written.confidence(), candidates, notes(written, notes));
        }
        String reservation = written.reservation().isEmpty()
                ? "the rule does not say exactly what complies, and this is one meaning of it"
                : written.reservation();
        String basis = written.basis().isEmpty() ? "" : " (the meaning is that of " + written.basis() + ")";
        return proposed(written, reservation + basis, notes);
    }

    /** The decision of a check that could not be mended. */
    Decision open(Written written, List<Finding> faults) {
        return proposed(
                written,
                "the model did not mend what is wrong with its check: "
                        + faults.stream().map(Finding::message).collect(Collectors.joining("; ")),
                List.of());
    }

    /** The decision of a check whose examples divide the model and the engine. */
    Decision doubted(Written written, List<SecondOpinion.Doubt> doubts) {
        List<Finding> notes = doubts.stream().map(SecondOpinion::finding).toList();
        return proposed(written, doubts.get(0).text(), notes);
    }

    Decision undecided(Reply.Undecided undecided) {
        return new Decision.ManualReview(
                undecided.cause(),
                "the model finds no read that decides it: " + undecided.reason(),
                undecided.confidence(),
                candidates);
    }

    private Decision proposed(Written written, String reservation, List<Finding> notes) {
        return new Decision.Proposed(
                check(written), reservation, written.confidence(), candidates, notes(written, notes));
    }

    private static List<Finding> notes(Written written, List<Finding> more) {
        List<Finding> notes = new ArrayList<>();
        if (!written.reason().isEmpty()) {
            notes.add(Finding.note("model.rationale", written.check().place().path(), written.reason()));
        }
        notes.addAll(more);
        return notes;
    }

    /** The check with what answers which words. */
    private static Expressions check(Written written) {
        Expressions check = written.check();
        List<Cover> covers = written.parts().stream()
                .filter(part -> part.by() != Written.By.NONE)
                .map(part -> new Cover(part.text(), Piece.of(part.by().word())))
                .distinct()
                .toList();
        return new Expressions(
                check.place(),
                check.subject(),
                check.where(),
                check.with(),
                check.parameters(),
                check.complies(),
                covers);
    }
}
