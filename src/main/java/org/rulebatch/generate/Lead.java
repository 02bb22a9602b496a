package org.rulebatch.generate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rulebatch.requirement.Candidate;
import org.rulebatch.requirement.Condition;
import org.rulebatch.requirement.Conditions;
import org.rulebatch.requirement.Expectation;
import org.rulebatch.requirement.Expressions;
import org.rulebatch.requirement.Operator;
import org.rulebatch.requirement.Requirement;

/**
 * A place that may decide a rule, with what is known of it.
 *
 * @param condition the place, and what would comply there
 * @param with conditions that belong to it: the fact holds only if they hold as well
 * @param whole the check that decides alone, where the place is part of one; else null
 * @param sentence what it means, for people and models; empty for a field that no fact speaks of
 * @param score 0 to 1, higher is better
 */
public record Lead(
        Condition condition, List<Condition> with, @Nullable Expressions whole, String sentence, double score) {

    public Lead {
        with = List.copyOf(with);
    }

    /** Whether it is a fact of the knowledge base. */
    public boolean isFact() {
        return !sentence.isEmpty();
    }

    /** A place without a check of its own. */
    public static Lead of(Condition condition, List<Condition> with, String sentence, double score) {
        return new Lead(condition, with, null, sentence, score);
    }

    /** The check of which the place is part. */
    public static Lead of(Expressions whole, String sentence, double score) {
        Requirement.Place place = whole.place();
        Condition condition = Condition.of("", place.call(), place.path(), Expectation.of(Operator.EXISTS, null));
        return new Lead(condition, List.of(), whole, sentence, score);
    }

    /** The same for a person who reviews the rule. */
    public Candidate candidate() {
        return new Candidate(
                whole == null ? Conditions.single(condition) : whole, score, isFact() ? "knowledge" : "retrieval");
    }
}
