package org.rulebatch.requirement;

import java.util.List;
import java.util.stream.Stream;

/** What a generator says about a rule: a requirement that decides it, one that does so with a reservation, or that a person must look. */
public sealed interface Decision {

    /** The best alternatives, best first. */
    List<Candidate> candidates();

    /** A decision that gives a check. */
    sealed interface WithCheck extends Decision {

        Requirement requirement();

        /** The probability that the requirement decides the rule, 0 to 1. */
        double confidence();

        /** What a person who reads the check should know. */
        List<Finding> notes();

        /** The same decision with one more note. */
        WithCheck with(Finding note);
    }

    /**
     * The requirement decides the rule.
     *
     * @param confidence the probability that it does, 0 to 1
     * @param notes what a person who reads the check should know
     */
    record Automated(Requirement requirement, double confidence, List<Candidate> candidates, List<Finding> notes)
            implements WithCheck {
        public Automated {
            candidates = List.copyOf(candidates);
            notes = List.copyOf(notes);
            checkConfidence(confidence);
        }

        @Override
        public Automated with(Finding note) {
            return new Automated(requirement, confidence, candidates, plus(notes, note));
        }
    }

    /**
     * The requirement is a complete check, but nobody should rely on it before a person has confirmed it.
     *
     * @param reservation what the person has to decide, in a sentence; not blank
     * @param confidence the probability that the requirement decides the rule, 0 to 1
     * @param notes what a person who reads the check should know
     */
    record Proposed(
            Requirement requirement,
            String reservation,
            double confidence,
            List<Candidate> candidates,
            List<Finding> notes)
            implements WithCheck {
        public Proposed {
            candidates = List.copyOf(candidates);
            notes = List.copyOf(notes);
            checkConfidence(confidence);
            if (reservation.isBlank()) {
                throw new IllegalArgumentException("a proposed check needs a reservation");
            }
        }

        @Override
        public Proposed with(Finding note) {
            return new Proposed(requirement, reservation, confidence, candidates, plus(notes, note));
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

    private static void checkConfidence(double confidence) {
        if (confidence < 0 || confidence > 1) {
            throw new IllegalArgumentException("confidence " + confidence + " is not in 0..1");
        }
    }

    private static List<Finding> plus(List<Finding> notes, Finding note) {
        return Stream.concat(notes.stream(), Stream.of(note)).toList();
    }
}
