package org.rulebatch.generate.embedded.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.rulebatch.generate.embedded.Decider;
import org.rulebatch.generate.embedded.Hint;
import org.rulebatch.generate.embedded.HintWeights;
import org.rulebatch.generate.embedded.Ranker.Ranked;

/** Learns how much hints are worth, from rankings by weights that were not learned on the same rules. */
final class HintLearner {

    /** Brings scores to the size of what is learned beside them. */
    private static final double SCALE = 5;

    private HintLearner() {}

    /**
     * A rule that a hint speaks of.
     *
     * @param ranked its options without the hint
     */
    record Case(List<Ranked> ranked, Predicate<Ranked> right, Hint hint) {}

    static HintWeights learn(List<Case> cases, Decider decider) {
        HintWeights order = new HintWeights(points(cases), 0, 1, 0);
        List<double[]> signals = new ArrayList<>();
        List<Boolean> right = new ArrayList<>();
        for (Case each : cases) {
            List<Ranked> hinted = order.rank(each.ranked(), each.hint());
            if (!hinted.get(0).option().isNotExposed()) {
                signals.add(HintWeights.signals(decider, hinted, each.hint()));
                right.add(each.right().test(hinted.get(0)));
            }
        }
        double[] weights = Logistic.fit(signals, right);
        return new HintWeights(order.points(), rounded(weights[0]), rounded(weights[1]), rounded(weights[2]));
    }

    private static double points(List<Case> cases) {
        List<double[][]> features = new ArrayList<>();
        List<boolean[]> right = new ArrayList<>();
        for (Case each : cases) {
            if (each.ranked().stream().anyMatch(each.right())) {
                boolean[] isRight = new boolean[each.ranked().size()];
                double[][] of = new double[isRight.length][];
                for (int i = 0; i < isRight.length; i++) {
                    Ranked option = each.ranked().get(i);
                    isRight[i] = each.right().test(option);
                    of[i] = new double[] {option.score() / SCALE, HintWeights.names(each.hint(), option) ? 1 : 0};
                }
                features.add(of);
                right.add(isRight);
            }
        }
        double[] weights = Softmax.fit(features, right, 2);
        return rounded(SCALE * weights[1] / weights[0]);
    }

    private static double rounded(double weight) {
        return Math.round(weight * 1000) / 1000.0;
    }
}
