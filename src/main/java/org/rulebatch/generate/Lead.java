package org.rulebatch.generate;

import java.util.List;
import org.rulebatch.requirement.Candidate;
import org.rulebatch.requirement.Condition;

/**
 * A place that may decide a rule, with what is known of it.
 *
 * @param condition the place, and what would comply there
 * @param with conditions that belong to it: the fact holds only if they hold as well
 * @param sentence what it means, for people and models; empty for a field that no fact speaks of
 * @param score 0 to 1, higher is better
 */
public record Lead(Condition condition, List<Condition> with, String sentence, double score) {

    public Lead {
        with = List.copyOf(with);
    }

    /** Whether it is a fact of the knowledge base. */
    public boolean isFact() {
        return !sentence.isEmpty();
    }

    /** The same for a person who reviews the rule. */
    public Candidate candidate() {
        return new Candidate(condition, score, isFact() ? "knowledge" : "retrieval");
    }
}
