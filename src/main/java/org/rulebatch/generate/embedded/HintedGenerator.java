package org.rulebatch.generate.embedded;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rulebatch.metadata.RuleMetadata;
import org.rulebatch.requirement.Candidate;
import org.rulebatch.requirement.Decision;

/** Decides rules by its own means and a hint: what the hint names counts for more, and what it does not name for less. */
public interface HintedGenerator {

    /** @param hint null where there is none, which is not the same as one that names no field */
    Decision decide(RuleMetadata rule, @Nullable Hint hint);

    /** The best candidates in the light of the hint, best first. */
    List<Candidate> candidates(RuleMetadata rule, @Nullable Hint hint, int limit);
}
