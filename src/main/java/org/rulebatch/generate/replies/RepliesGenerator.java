package org.rulebatch.generate.replies;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rulebatch.generate.CandidateSource;
import org.rulebatch.generate.Proposal;
import org.rulebatch.generate.Provenance;
import org.rulebatch.generate.RequirementGenerator;
import org.rulebatch.generate.embedded.Hint;
import org.rulebatch.generate.embedded.HintedGenerator;
import org.rulebatch.generate.embedded.Hints;
import org.rulebatch.metadata.RuleMetadata;
import org.rulebatch.requirement.Candidate;
import org.rulebatch.requirement.Decision;
import org.rulebatch.requirement.Finding;

/**
 * Takes recorded answers as proposals: the field that one names finds its operation and path among what the embedded generator
 * knows of the rule. A rule without an answer is decided by the embedded generator alone, and says so.
 */
public final class RepliesGenerator implements RequirementGenerator, CandidateSource {

    /** The name of this generator. */
    public static final String NAME = "replies";

    private final HintedGenerator generator;
    private final Hints replies;
    private final Provenance hinted;
    private final Provenance alone;

    /** @param catalog the version of the API catalog */
    public RepliesGenerator(HintedGenerator generator, Hints replies, String catalog) {
        this.generator = generator;
        this.replies = replies;
        this.hinted = new Provenance(NAME, null, null, catalog);
        this.alone = new Provenance("embedded", null, null, catalog);
    }

    @Override
    public Proposal propose(RuleMetadata rule) {
        Hint reply = replies.of(rule.ruleId()).orElse(null);
        Decision decision = generator.decide(rule, reply);
        return new Proposal(noted(decision, reply), reply == null ? alone : hinted);
    }

    @Override
    public List<Candidate> candidates(RuleMetadata rule, int limit) {
        return generator.candidates(rule, replies.of(rule.ruleId()).orElse(null), limit);
    }

    private static Decision noted(Decision decision, @Nullable Hint reply) {
        if (decision instanceof Decision.ManualReview review) {
            String reason = review.reason().replaceFirst("\\.$", "") + "; " + said(reply);
            return new Decision.ManualReview(review.cause(), reason, review.confidence(), review.candidates());
        }
        Decision.WithCheck decided = (Decision.WithCheck) decision;
        String path = decided.requirement().place().path();
        String id = reply == null ? "reply.none" : reply.names(path) ? "reply.agrees" : "reply.differs";
        return decided.with(Finding.note(id, path, said(reply)));
    }

    private static String said(@Nullable Hint reply) {
        if (reply == null) {
            return "the replies have no answer for this rule";
        }
        return reply.fields().isEmpty()
                ? "the recorded reply names no field"
                : "the recorded reply names "
                        + reply.fields().stream().map(Hint.Named::name).collect(Collectors.joining(", "));
    }
}
