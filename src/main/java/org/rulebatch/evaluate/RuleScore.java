package org.rulebatch.evaluate;

import org.jspecify.annotations.Nullable;
import org.rulebatch.generate.Label;
import org.rulebatch.requirement.Condition;

/**
 * How a generator did on one labelled rule.
 *
 * @param answered whether it was automated
 * @param first the condition it gave, or its best candidate; null where it had none
 * @param right whether operation and path are among the answers
 * @param rightValue whether operator and value fit as well
 * @param rank of the first right candidate, from 1; 0 where there is none
 */
public record RuleScore(
        Label label,
        boolean answered,
        double confidence,
        @Nullable Condition first,
        boolean right,
        boolean rightValue,
        int rank,
        String reason) {}
