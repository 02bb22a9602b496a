package org.rulebatch.evaluate;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.function.Predicate;

/**
 * How a generator did on the rules of one class; all numbers but {@code n} are shares, 0 to 1.
 *
 * @param right operation and path of the first proposal are among the answers
 * @param rightValue operator and value fit as well
 * @param recall5 a right candidate is among the first five
 * @param answered automated
 * @param precision right among the automated; 0 where none is
 */
@JsonPropertyOrder({"group", "n", "right", "rightValue", "recall5", "recall20", "recall50", "answered", "precision"})
public record GroupScore(
        String group,
        int n,
        double right,
        double rightValue,
        double recall5,
        double recall20,
        double recall50,
        double answered,
        double precision) {

    static GroupScore of(String group, List<RuleScore> scores) {
        List<RuleScore> answered = scores.stream().filter(RuleScore::answered).toList();
        return new GroupScore(
                group,
                scores.size(),
                share(scores, RuleScore::right),
                share(scores, RuleScore::rightValue),
                share(scores, score -> score.found(5)),
                share(scores, score -> score.found(20)),
                share(scores, score -> score.found(50)),
                share(scores, RuleScore::answered),
                share(answered, RuleScore::right));
    }

    private static double share(List<RuleScore> scores, Predicate<RuleScore> what) {
        long count = scores.stream().filter(what).count();
        return scores.isEmpty() ? 0 : Math.round(1000.0 * count / scores.size()) / 1000.0;
    }
}
