package org.rulebatch.generate.embedded.learn;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rulebatch.generate.CandidateSource;
import org.rulebatch.generate.Proposal;
import org.rulebatch.generate.RequirementGenerator;
import org.rulebatch.generate.embedded.EmbeddedGenerator;
import org.rulebatch.generate.embedded.Hint;
import org.rulebatch.generate.embedded.HintedGenerator;
import org.rulebatch.metadata.RuleMetadata;
import org.rulebatch.requirement.Candidate;
import org.rulebatch.requirement.Decision;

/** The embedded generator as it answers rules that it has not learned from. */
public final class CrossValidated implements RequirementGenerator, CandidateSource, HintedGenerator {

    private final List<EmbeddedGenerator> folds;

    CrossValidated(List<EmbeddedGenerator> folds) {
        this.folds = List.copyOf(folds);
    }

    @Override
    public Proposal propose(RuleMetadata rule) {
        return fold(rule).propose(rule);
    }

    @Override
    public List<Candidate> candidates(RuleMetadata rule, int limit) {
        return fold(rule).candidates(rule, limit);
    }

    @Override
    public Decision decide(RuleMetadata rule, @Nullable Hint hint) {
        return fold(rule).decide(rule, hint);
    }

    @Override
    public List<Candidate> candidates(RuleMetadata rule, @Nullable Hint hint, int limit) {
        return fold(rule).candidates(rule, hint, limit);
    }

    private EmbeddedGenerator fold(RuleMetadata rule) {
        return folds.get(Trainer.fold(rule.ruleId()));
    }
}
