package org.rulebatch.generate.embedded;

import java.util.List;
import org.rulebatch.generate.embedded.Ranker.Ranked;

/** Says how probable it is that the best option is right; the weights are learned by {@code scripts/train-ranker}. */
public final class Decider {

    /** What the probability depends on, in the order of the weights. */
    public static final List<String> NAMES = List.of(
            "bias",
            "score",
            "margin",
            "share",
            "explained",
            "said",
            "fact",
            "near",
            "neighbour",
            "resource_none",
            "resource_other",
            "family_other",
            "head",
            "words_title",
            "unsaid",
            "place",
            "meant",
            "meant_known",
            "meant_setting",
            "meant_phrase",
            "meant_phrase_share",
            "meant_resource",
            "meant_prose",
            "lead_known", // how much more of the rule it knows than the next options
            "lead_phrase",
            "lead_prose");

    private static final int NEXT = 6;

    private static final String LEAD = "lead_";

    private final double[] weights;

    public Decider(double[] weights) {
        if (weights.length != NAMES.size()) {
            throw new IllegalArgumentException(weights.length + " weights for " + NAMES.size() + " signals");
        }
        this.weights = weights.clone();
    }

    /** The probability, 0 to 1, that the first of the options decides the rule. */
    double confidence(List<Ranked> ranked) {
        double sum = 0;
        double[] signals = signals(ranked);
        for (int i = 0; i < signals.length; i++) {
            sum += weights[i] * signals[i];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    public static double[] signals(List<Ranked> ranked) {
        Ranked best = ranked.get(0);
        double second = ranked.stream()
                .skip(1)
                .filter(other -> !sameAnswer(best, other))
                .mapToDouble(Ranked::score)
                .findFirst()
                .orElse(best.score() - 5);
        double total = ranked.stream()
                .limit(30)
                .mapToDouble(each -> Math.exp(each.score() - best.score()))
                .sum();
        double[] signals = new double[NAMES.size()];
        signals[0] = 1;
        signals[1] = best.score() / 10;
        double explained = best.feature("explained");
        signals[2] = explained * Math.min(5, best.score() - second) / 5;
        signals[3] = 1 / total;
        for (int i = 4; i < signals.length; i++) {
            String name = NAMES.get(i);
            signals[i] = name.startsWith(LEAD) ? lead(ranked, name.replace(LEAD, "meant_")) : best.feature(name);
        }
        return signals;
    }

    /** How much the best option has of a feature beyond the next options with other answers. */
    private static double lead(List<Ranked> ranked, String feature) {
        Ranked best = ranked.get(0);
        double next = ranked.stream()
                .limit(NEXT)
                .filter(other -> !sameAnswer(best, other))
                .mapToDouble(other -> other.feature(feature))
                .max()
                .orElse(0);
        return best.feature(feature) - next;
    }

    private static boolean sameAnswer(Ranked left, Ranked right) {
        return left.option().path().equals(right.option().path()) || isSameCheck(left.option(), right.option());
    }

    /** Whether both are one check, which the knowledge base has for two resources or two kinds of control. */
    private static boolean isSameCheck(Option left, Option right) {
        return left.answer() instanceof Option.Answer.OfFact one
                && right.answer() instanceof Option.Answer.OfFact other
                && one.fact().whole() != null
                && one.fact().whole().equals(other.fact().whole());
    }
}
