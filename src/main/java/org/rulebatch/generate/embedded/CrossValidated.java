package org.rulebatch.generate.embedded;

import java.util.List;
import org.rulebatch.generate.CandidateSource;
import org.rulebatch.generate.Proposal;
import org.rulebatch.generate.RequirementGenerator;
import org.rulebatch.metadata.RuleMetadata;
import org.rulebatch.requirement.Candidate;

/** The embedded generator as it answers rules that it has not learned from. */
public final class CrossValidated implements RequirementGenerator, CandidateSource {

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

    private EmbeddedGenerator fold(RuleMetadata rule) {
        return folds.get(Trainer.fold(rule.ruleId()));
    }
}
