package org.rulebatch.evaluate;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Stated confidence against being right, of the rules whose confidence lies in a fifth of the scale.
 *
 * @param from the lower end, 0 to 0.8
 * @param confidence the mean that was stated
 * @param right the share that was right
 */
@JsonPropertyOrder({"from", "n", "confidence", "right"})
public record CalibrationBin(double from, int n, double confidence, double right) {

    static List<CalibrationBin> of(List<RuleScore> scores) {
        return IntStream.range(0, 5)
                .mapToObj(bin -> bin(
                        bin / 5.0,
                        scores.stream()
                                .filter(score -> Math.min(4, (int) (score.confidence() * 5)) == bin)
                                .toList()))
                .toList();
    }

    private static CalibrationBin bin(double from, List<RuleScore> scores) {
        double stated =
                scores.stream().mapToDouble(RuleScore::confidence).average().orElse(0);
        double right = scores.stream()
                .mapToDouble(score -> score.right() ? 1 : 0)
                .average()
                .orElse(0);
        return new CalibrationBin(from, scores.size(), rounded(stated), rounded(right));
    }

    private static double rounded(double share) {
        return Math.round(share * 1000) / 1000.0;
    }
}
