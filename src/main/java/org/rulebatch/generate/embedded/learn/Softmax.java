package org.rulebatch.generate.embedded.learn;

import java.util.List;

/** Learns weights under which the right options of each rule stand above its others: a conditional logit with a ridge. */
public final class Softmax {

    private static final int ROUNDS = 200;
    private static final double RIDGE = 0.001;
    private static final double STEP = 0.5;

    private Softmax() {}

    /**
     * Fits by gradient ascent with Adam's step sizes (Kingma and Ba, 2015), from zero and without chance.
     *
     * @param features for each rule, for each option
     * @param right for each rule, which options are right; at least one is
     */
    static double[] fit(List<double[][]> features, List<boolean[]> right, int size) {
        double[] weights = new double[size];
        double[] mean = new double[size];
        double[] square = new double[size];
        for (int round = 1; round <= ROUNDS; round++) {
            double[] gradient = new double[size];
            for (int rule = 0; rule < features.size(); rule++) {
                add(gradient, features.get(rule), right.get(rule), weights);
            }
            for (int i = 0; i < size; i++) {
                double slope = gradient[i] / features.size() - RIDGE * weights[i];
                mean[i] = 0.9 * mean[i] + 0.1 * slope;
                square[i] = 0.999 * square[i] + 0.001 * slope * slope;
                double corrected = mean[i] / (1 - Math.pow(0.9, round));
                double scale = Math.sqrt(square[i] / (1 - Math.pow(0.999, round))) + 1e-8;
                weights[i] += STEP / Math.sqrt(round) * corrected / scale;
            }
        }
        return weights;
    }

    private static void add(double[] gradient, double[][] options, boolean[] right, double[] weights) {
        double[] all = new double[options.length];
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < options.length; i++) {
            for (int j = 0; j < weights.length; j++) {
                all[i] += weights[j] * options[i][j];
            }
            highest = Math.max(highest, all[i]);
        }
        double total = 0;
        double totalRight = 0;
        for (int i = 0; i < all.length; i++) {
            all[i] = Math.exp(all[i] - highest);
            total += all[i];
            totalRight += right[i] ? all[i] : 0;
        }
        for (int i = 0; i < all.length; i++) {
            double pull = (right[i] ? all[i] / Math.max(totalRight, 1e-300) : 0) - all[i] / total;
            for (int j = 0; j < weights.length; j++) {
                gradient[j] += pull * options[i][j];
            }
        }
    }
}
