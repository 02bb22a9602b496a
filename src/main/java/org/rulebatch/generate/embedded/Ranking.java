package org.rulebatch.generate.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rulebatch.generate.embedded.Ranker.Ranked;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was learned from labelled rules, as it stands in {@code ranker.json}.
 *
 * @param threshold the confidence from which on a rule is automated
 * @param nearThreshold the same where the best fact only indicates the family, or is about another resource than the rule's
 * @param hints how much hints are worth; they stand in a file of their own
 */
public record Ranking(Ranker ranker, Decider decider, double threshold, double nearThreshold, HintWeights hints) {

    private static final int OTHER = Features.NAMES.indexOf("resource_other");
    private static final int ASKED = Features.NAMES.indexOf("resource_asked");
    private static final String RESOURCE = "/generate/ranker.json";

    /** The one that comes with the program. */
    static Ranking bundled() {
        try (InputStream in = Ranking.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing from the program");
            }
            JsonNode root = JsonMapper.shared().readTree(in);
            return new Ranking(
                    new Ranker(weights(root.path("ranker"), Features.NAMES)),
                    new Decider(weights(root.path("decider"), Decider.NAMES)),
                    root.path("threshold").asDouble(),
                    root.path("near_threshold").asDouble(),
                    HintWeights.bundled());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The probability that the first of the options is right. */
    double confidence(List<Ranked> ranked, @Nullable Hint hint) {
        return hint == null ? decider.confidence(ranked) : hints.confidence(decider, ranked, hint);
    }

    public Ranking with(HintWeights other) {
        return new Ranking(ranker, decider, threshold, nearThreshold, other);
    }

    /** The confidence from which on a rule is automated by this option. */
    public double threshold(Ranked best) {
        boolean other = best.features()[OTHER] > 0 && best.features()[ASKED] == 0;
        return other || best.option().isNear() ? nearThreshold : threshold;
    }

    private static double[] weights(JsonNode stated, List<String> names) {
        return names.stream().mapToDouble(name -> stated.path(name).asDouble()).toArray();
    }
}
