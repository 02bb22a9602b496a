package org.rulebatch.pipeline;

import java.util.List;
import java.util.Optional;
import org.rulebatch.prove.Example;
import org.rulebatch.requirement.Candidate;
import org.rulebatch.requirement.Cause;
import org.rulebatch.requirement.Finding;
import org.rulebatch.ruleyaml.CheckPlan;
import org.rulebatch.validate.ValidatedRequirement;

/** How a usable rule ends. */
public sealed interface Outcome {

    /** A rule that ends with a check. */
    sealed interface WithCheck extends Outcome {

        ValidatedRequirement validated();

        CheckPlan plan();

        /** 0 to 1. */
        double confidence();

        /** The best alternatives, best first. */
        List<Candidate> candidates();

        /** Answers of AWS on which the check was tried; empty where none could be found. */
        List<Example> examples();
    }

    /** A check decides the rule; it stands in the service's file. */
    record Automated(
            ValidatedRequirement validated,
            CheckPlan plan,
            double confidence,
            List<Candidate> candidates,
            List<Example> examples)
            implements WithCheck {
        public Automated {
            candidates = List.copyOf(candidates);
            examples = List.copyOf(examples);
        }
    }

    /**
     * A check is there, and a person confirms it or turns it down; until then it stands in a file of its own.
     *
     * @param reservation what the person has to decide
     * @param cause why the check is not automated, where the pipeline and not the generator has the reservation
     */
    record Proposed(
            ValidatedRequirement validated,
            CheckPlan plan,
            String reservation,
            Optional<Cause> cause,
            double confidence,
            List<Candidate> candidates,
            List<Example> examples)
            implements WithCheck {
        public Proposed {
            candidates = List.copyOf(candidates);
            examples = List.copyOf(examples);
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
