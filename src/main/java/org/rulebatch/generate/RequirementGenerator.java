package org.rulebatch.generate;

import org.rulebatch.metadata.RuleMetadata;

/** Proposes how a rule is decided. Thread-safe. */
public interface RequirementGenerator {

    /**
     * Proposes a decision.
     *
     * @throws GeneratorException if no decision could be had, which fails the rule and not the run
     */
    Proposal propose(RuleMetadata rule);
}
