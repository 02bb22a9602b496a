package org.rulebatch.generate.embedded;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.rulebatch.generate.embedded.Explanation.Part;

/** Orders options by a weighted sum of their features; the weights are learned by {@code scripts/train-ranker}. */
public final class Ranker {

    /** An option with its features and their weighted sum. */
    public record Ranked(Option option, double[] features, double score) {
        /** A feature by its name in {@link Features#NAMES}. */
        double feature(String name) {
            return features[Features.NAMES.indexOf(name)];
        }

        Ranked plus(double points) {
            return new Ranked(option, features, score + points);
        }
    }

    private final double[] weights;

    public Ranker(double[] weights) {
        if (weights.length != Features.NAMES.size()) {
            throw new IllegalArgumentException(weights.length + " weights for " + Features.NAMES.size() + " features");
        }
        this.weights = weights.clone();
    }

    /** The options, best first; equal ones stay in their order. */
    List<Ranked> rank(RuleReading rule, Scope scope) {
        Features features = new Features(rule, scope);
        List<Ranked> ranked = new ArrayList<>();
        for (Option option : scope.options(rule)) {
            double[] each = features.of(option);
            ranked.add(new Ranked(option, each, score(each)));
        }
        ranked.sort(Comparator.comparingDouble(Ranked::score).reversed());
        return ranked;
    }

    /** The same options in the order of these weights. */
    public List<Ranked> again(List<Ranked> options) {
        return options.stream()
                .map(each -> new Ranked(each.option(), each.features(), score(each.features())))
                .sorted(Comparator.comparingDouble(Ranked::score).reversed())
                .toList();
    }

    /** What makes up the score of an option with these features: what is not zero, the biggest first. */
    List<Part> parts(double[] features) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < features.length; i++) {
            double points = weights[i] * features[i];
            if (points != 0) {
                parts.add(new Part(Features.NAMES.get(i), features[i], weights[i], points));
            }
        }
        parts.sort(Comparator.comparingDouble((Part part) -> Math.abs(part.points()))
                .reversed());
        return parts;
    }

    private double score(double[] features) {
        double score = 0;
        for (int i = 0; i < features.length; i++) {
            score += weights[i] * features[i];
        }
        return score;
    }
}
