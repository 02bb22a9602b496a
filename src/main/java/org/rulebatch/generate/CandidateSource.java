package org.rulebatch.generate;

import java.util.List;
import org.rulebatch.metadata.RuleMetadata;
import org.rulebatch.requirement.Candidate;

/** Ranks what may decide a rule. Thread-safe. */
public interface CandidateSource {

    /** The best candidates, best first. */
    List<Candidate> candidates(RuleMetadata rule, int limit);
}
