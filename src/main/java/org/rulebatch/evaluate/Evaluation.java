package org.rulebatch.evaluate;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rulebatch.requirement.Conditions;
import org.rulebatch.requirement.Expressions;
import org.rulebatch.requirement.Requirement;

/**
 * All that was measured.
 *
 * @param groups by class, then {@code clear} for all clear decidable rules together
 * @param calibration over all rules
 */
@JsonPropertyOrder({"groups", "calibration"})
public record Evaluation(List<GroupScore> groups, List<CalibrationBin> calibration) {

    /** Sums up the scores of single rules. */
    public static Evaluation of(List<RuleScore> scores) {
        Map<String, List<RuleScore>> byGroup = new TreeMap<>();
        scores.forEach(score -> byGroup.computeIfAbsent(score.label().group(), group -> new ArrayList<>())
                .add(score));
        List<GroupScore> groups = new ArrayList<>();
        byGroup.forEach((group, of) -> groups.add(GroupScore.of(group, of)));
        List<RuleScore> clear = scores.stream()
                .filter(score -> score.label().group().startsWith("clear/"))
                .toList();
        groups.add(GroupScore.of("clear, both", clear));
        return new Evaluation(groups, CalibrationBin.of(scores));
    }

    /** Prints the tables for people. */
    public void print(PrintWriter out) {
        out.printf(
                "%-14s %4s %8s %8s %9s %10s %10s %9s %10s%n",
                "class", "n", "right@1", "value", "recall@5", "recall@20", "recall@50", "answered", "precision");
        groups.forEach(group -> out.printf(
                Locale.ROOT,
                "%-14s %4d %8.3f %8.3f %9.3f %10.3f %10.3f %9.3f %10.3f%n",
                group.group(),
                group.n(),
                group.right(),
                group.rightValue(),
                group.recall5(),
                group.recall20(),
                group.recall50(),
                group.answered(),
                group.precision()));
        out.printf("%ncalibration: %4s %10s %8s%n", "n", "stated", "right");
        calibration.forEach(bin -> out.printf(
                Locale.ROOT,
                "  %.1f to %.1f  %4d %10.3f %8.3f%n",
                bin.from(),
                bin.from() + 0.2,
                bin.n(),
                bin.confidence(),
                bin.right()));
    }

    /** Prints the rules whose first proposal is wrong, with the rank of the first right candidate or what complies. */
    public static void printMisses(List<RuleScore> scores, PrintWriter out) {
        scores.stream()
                .filter(score -> !score.rightValue() && !score.label().answers().isEmpty())
                .forEach(score -> out.printf(
                        Locale.ROOT,
                        "%s (%s): %s, confidence %.2f%n  proposed %s%n  %s%n",
                        score.label().ruleId(),
                        score.label().group(),
                        score.answered() ? "automated" : score.reason(),
                        score.confidence(),
                        score.first() == null ? "nothing" : proposed(score.first()),
                        better(score)));
    }

    private static String proposed(Requirement first) {
        String expected = first instanceof Conditions conditions
                ? compared(
                        conditions.main().operator().wireName(),
                        conditions.main().value())
                : ((Expressions) first).complies();
        return first.place().call() + " " + first.place().path() + " " + expected;
    }

    private static String better(RuleScore score) {
        if (score.right() && score.first() != null) {
            String path = score.first().place().path();
            return "operation and path are right; labelled: "
                    + score.label().answers().stream()
                            .filter(answer -> answer.path().equals(path))
                            .map(answer -> compared(answer.op(), answer.value()))
                            .distinct()
                            .collect(Collectors.joining(", or "));
        }
        return score.rank() == 0
                ? "no right candidate among the first 50"
                : "the first right candidate is number " + score.rank();
    }

    private static String compared(String operator, @Nullable Object value) {
        return value == null ? operator : operator + " " + value;
    }
}
