package org.rulebatch.generate.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import org.rulebatch.generate.embedded.Ranker.Ranked;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How much a hint is worth, as it stands in {@code replies.json}; learned by {@code scripts/train-replies}.
 *
 * @param points what an option that the hint names gets on top of its score
 * @param bias of the confidence's log odds
 * @param own weight of the log odds that the decider gives without the hint
 * @param named added to the log odds where the hint names the best option
 */
public record HintWeights(double points, double bias, double own, double named) {

    private static final String RESOURCE = "/generate/replies.json";

    /** The ones that come with the program. */
    static HintWeights bundled() {
        try (InputStream in = HintWeights.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing from the program");
            }
            JsonNode root = JsonMapper.shared().readTree(in);
            return new HintWeights(
                    root.path("points").asDouble(),
                    root.path("bias").asDouble(),
                    root.path("own").asDouble(),
                    root.path("named").asDouble());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The options with the points of those that the hint names, best first. Where the best is that no read API says it, a hint
     * changes nothing: it names fields that it has not seen.
     */
    public List<Ranked> rank(List<Ranked> ranked, Hint hint) {
        if (!ranked.isEmpty() && ranked.get(0).option().isNotExposed()) {
            return ranked;
        }
        return ranked.stream()
                .map(each -> names(hint, each) ? each.plus(points) : each)
                .sorted(Comparator.comparingDouble(Ranked::score).reversed())
                .toList();
    }

    /** The probability that the first of the options is right. */
    double confidence(Decider decider, List<Ranked> ranked, Hint hint) {
        double[] signals = signals(decider, ranked, hint);
        return 1 / (1 + Math.exp(-(bias * signals[0] + own * signals[1] + named * signals[2])));
    }

    public static double[] signals(Decider decider, List<Ranked> ranked, Hint hint) {
        double probability = decider.confidence(ranked);
        double odds = Math.log(probability / (1 - probability));
        return new double[] {1, odds, names(hint, ranked.get(0)) ? 1 : 0};
    }

    public static boolean names(Hint hint, Ranked ranked) {
        return hint.names(ranked.option().responsePath());
    }
}
