package org.rulebatch.pipeline;

import java.util.List;
import org.rulebatch.requirement.Candidate;
import org.rulebatch.requirement.Cause;
import org.rulebatch.requirement.Finding;
import org.rulebatch.ruleyaml.CheckPlan;
import org.rulebatch.validate.ValidatedRequirement;

/** How a usable rule ends. */
public sealed interface Outcome {

    /** A check decides the rule; it stands in the service's file. */
    record Automated(ValidatedRequirement validated, CheckPlan plan, double confidence, List<Candidate> candidates)
            implements Outcome {
        public Automated {
            candidates = List.copyOf(candidates);
        }
    }

    /**
     * A person must look.
     *
     * @param cause why, as a stable id
     * @param findings what kept a proposal from being used; empty where there was none
     */
    record ManualReview(
            Cause cause, String reason, double confidence, List<Candidate> candidates, List<Finding> findings)
            implements Outcome {
        public ManualReview {
            candidates = List.copyOf(candidates);
            findings = List.copyOf(findings);
        }
    }

    /** Something broke while the rule was worked on. */
    record Failed(String reason) implements Outcome {}
}
