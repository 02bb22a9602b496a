package org.rulebatch.requirement;

import java.util.List;

/** What a generator says about a rule: a requirement that decides it, or that a person must look. */
public sealed interface Decision {

    /** The best alternatives, best first. */
    List<Candidate> candidates();

    /**
     * The requirement decides the rule.
     *
     * @param confidence the probability that it does, 0 to 1
     * @param notes what a person who reads the check should know
     */
    record Automated(Requirement requirement, double confidence, List<Candidate> candidates, List<Finding> notes)
            implements Decision {
        public Automated {
            candidates = List.copyOf(candidates);
            notes = List.copyOf(notes);
            if (confidence < 0 || confidence > 1) {
                throw new IllegalArgumentException("confidence " + confidence + " is not in 0..1");
            }
        }
    }

    /**
     * No read API can decide the rule, or the answer is not trusted; {@code reason} is for the person.
     *
     * @param cause why, as a stable id
     * @param findings what is wrong with what was to decide the rule; empty for most
     */
    record ManualReview(
            Cause cause, String reason, double confidence, List<Candidate> candidates, List<Finding> findings)
            implements Decision {
        public ManualReview {
            candidates = List.copyOf(candidates);
            findings = List.copyOf(findings);
        }

        /** A review that nothing wrong has led to. */
        public ManualReview(Cause cause, String reason, double confidence, List<Candidate> candidates) {
            this(cause, reason, confidence, candidates, List.of());
        }
    }
}
