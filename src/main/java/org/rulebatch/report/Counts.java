package org.rulebatch.report;

import java.util.List;
import org.rulebatch.pipeline.Outcome;
import org.rulebatch.pipeline.RuleResult;
import org.rulebatch.report.entry.RuleEntry;

/** How many rules ended how; the five add up to all rules. */
public record Counts(int automated, int proposed, int manualReview, int invalid, int failed) {

    public static final Counts NONE = new Counts(0, 0, 0, 0, 0);

    public static Counts of(List<RuleResult> results) {
        Counts counts = NONE;
        for (RuleResult result : results) {
            counts = counts.plus(one(result.outcome()));
        }
        return counts;
    }

    static Counts of(RuleEntry rule) {
        return switch (rule.decision()) {
            case AUTOMATED -> new Counts(1, 0, 0, 0, 0);
            case PROPOSED -> new Counts(0, 1, 0, 0, 0);
            case MANUAL_REVIEW -> new Counts(0, 0, 1, 0, 0);
            default -> ofFailed(1);
        };
    }

    static Counts ofInvalid(int rules) {
        return new Counts(0, 0, 0, rules, 0);
    }

    static Counts ofFailed(int rules) {
        return new Counts(0, 0, 0, 0, rules);
    }

    public Counts plus(Counts other) {
        return new Counts(
                automated + other.automated,
                proposed + other.proposed,
                manualReview + other.manualReview,
                invalid + other.invalid,
                failed + other.failed);
    }

    public int total() {
        return automated + proposed + manualReview + invalid + failed;
    }

    private static Counts one(Outcome outcome) {
        if (outcome instanceof Outcome.Automated) {
            return new Counts(1, 0, 0, 0, 0);
        }
        if (outcome instanceof Outcome.Proposed) {
            return new Counts(0, 1, 0, 0, 0);
        }
        return outcome instanceof Outcome.ManualReview ? new Counts(0, 0, 1, 0, 0) : ofFailed(1);
    }
}
