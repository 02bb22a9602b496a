package org.rulebatch.evaluate;

import org.jspecify.annotations.Nullable;
import org.rulebatch.generate.Label;
import org.rulebatch.requirement.Requirement;

/**
 * How a generator did on one labelled rule.
 *
 * @param answered whether it was automated
 * @param first the requirement it gave, or its best candidate; null where it had none
 * @param right whether operation and path are among the answers
 * @param rightValue whether operator and value fit as well
 * @param rank of the first right candidate, from 1; 0 where there is none
 * @param reason why it was not automated; empty where it was
 */
public record RuleScore(
        Label label,
        boolean answered,
        double confidence,
        @Nullable Requirement first,
        boolean right,
        boolean rightValue,
        int rank,
        String reason) {

    /** Whether a right candidate is among the first so many. */
    boolean found(int within) {
        return rank > 0 && rank <= within;
    }
}
