package org.rulebatch.generate.embedded.learn;

import java.util.List;

/** Learns a probability from signals: logistic regression with a ridge, the bias first and without it. */
public final class Logistic {

    private static final int ROUNDS = 4000;
    private static final double RIDGE = 0.003;
    private static final double STEP = 0.5;

    private Logistic() {}

    /** Fits by plain gradient ascent, from zero and without chance. */
    static double[] fit(List<double[]> signals, List<Boolean> right) {
        double[] weights = new double[signals.get(0).length];
        for (int round = 0; round < ROUNDS; round++) {
            double[] gradient = new double[weights.length];
            for (int i = 0; i < signals.size(); i++) {
                double[] each = signals.get(i);
                double error = (right.get(i) ? 1 : 0) - probability(weights, each);
                for (int j = 0; j < weights.length; j++) {
                    gradient[j] += error * each[j];
                }
            }
            for (int j = 0; j < weights.length; j++) {
                weights[j] += STEP * (gradient[j] / signals.size() - (j == 0 ? 0 : RIDGE * weights[j]));
            }
        }
        return weights;
    }

    private static double probability(double[] weights, double[] signals) {
        double sum = 0;
        for (int j = 0; j < weights.length; j++) {
            sum += weights[j] * signals[j];
        }
        return 1 / (1 + Math.exp(-sum));
    }
}
