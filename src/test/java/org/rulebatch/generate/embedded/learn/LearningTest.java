package org.rulebatch.generate.embedded.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ensures that weights are learned that tell right from wrong on data where that is plain, the same every time. */
final class LearningTest {

    /** Two options a rule; the first feature is the right one's, the second is noise that both have. */
    private static final List<double[][]> RULES = List.of(
            new double[][] {{1, 0.3}, {0, 0.3}}, new double[][] {{0, 0.9}, {1, 0.1}}, new double[][] {{1, 0.2}, {0, 0.8}
            });

    private static final List<boolean[]> RIGHT =
            List.of(new boolean[] {true, false}, new boolean[] {false, true}, new boolean[] {true, false});

    @Test
    void ranksTheRightOptionFirst() {
        double[] weights = Softmax.fit(RULES, RIGHT, 2);

        assertThat(weights[0]).isPositive();
        for (int rule = 0; rule < RULES.size(); rule++) {
            double first = score(weights, RULES.get(rule)[0]);
            double second = score(weights, RULES.get(rule)[1]);
            assertThat(first > second).isEqualTo(RIGHT.get(rule)[0]);
        }
    }

    @Test
    void leavesAFeatureThatSaysNothingAtZero() {
        double[] weights = Softmax.fit(
                List.<double[][]>of(new double[][] {{1, 0.5}, {0, 0.5}}),
                List.<boolean[]>of(new boolean[] {true, false}),
                2);

        assertThat(weights[1]).isCloseTo(0, within(1e-4));
    }

    @Test
    void learnsTheShareThatIsRight() {
        List<double[]> signals = new ArrayList<>();
        List<Boolean> right = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            signals.add(new double[] {1});
            right.add(i % 4 != 0);
        }

        double bias = Logistic.fit(signals, right)[0];

        assertThat(1 / (1 + Math.exp(-bias))).isBetween(0.74, 0.76);
    }

    @Test
    void learnsTheSameTwice() {
        assertThat(Softmax.fit(RULES, RIGHT, 2)).isEqualTo(Softmax.fit(RULES, RIGHT, 2));
    }

    private static double score(double[] weights, double[] features) {
        return weights[0] * features[0] + weights[1] * features[1];
    }
}
