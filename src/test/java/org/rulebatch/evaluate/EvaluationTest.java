package org.rulebatch.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rulebatch.generate.Label;

/** Ensures that shares, recall, precision and calibration are what they are called, on scores written by hand. */
final class EvaluationTest {

    private static final List<RuleScore> SCORES = List.of(
            score("yes", "clear", true, 0.95, true, 1),
            score("yes", "clear", true, 0.85, false, 6),
            score("yes", "clear", false, 0.30, true, 1),
            score("yes", "clear", false, 0.10, false, 0),
            score("partial", "clear", true, 1.0, true, 21),
            score("no", "clear", false, 0.0, false, 0));

    private final Evaluation evaluation = Evaluation.of(SCORES);

    @Test
    void sharesOutByClass() {
        assertThat(evaluation.groups())
                .extracting(GroupScore::group)
                .containsExactly("clear/partial", "clear/yes", "no", "clear, both");
        GroupScore clear = group("clear/yes");
        assertThat(clear.n()).isEqualTo(4);
        assertThat(clear.right()).isEqualTo(0.5);
        assertThat(clear.answered()).isEqualTo(0.5);
        assertThat(clear.precision()).isEqualTo(0.5);
    }

    @Test
    void countsARightCandidateWithinTheFirstOnes() {
        assertThat(group("clear/yes").recall5()).isEqualTo(0.5);
        assertThat(group("clear/yes").recall20()).isEqualTo(0.75);
        assertThat(group("clear/partial").recall20()).isZero();
        assertThat(group("clear/partial").recall50()).isEqualTo(1);
    }

    @Test
    void hasNoPrecisionWhereNothingIsAnswered() {
        assertThat(group("no").precision()).isZero();
        assertThat(group("clear, both").precision()).isEqualTo(0.667);
    }

    @Test
    void comparesStatedConfidenceWithBeingRightInFiveBins() {
        List<CalibrationBin> bins = evaluation.calibration();

        assertThat(bins).extracting(CalibrationBin::n).containsExactly(2, 1, 0, 0, 3);
        assertThat(bins.get(4).confidence()).isEqualTo(0.933);
        assertThat(bins.get(4).right()).isEqualTo(0.667);
    }

    @Test
    void listsMissesWithTheRankOfTheBetterAnswer() {
        StringWriter text = new StringWriter();

        Evaluation.printMisses(SCORES, new PrintWriter(text, true));

        assertThat(text.toString())
                .contains("the first right candidate is number 6")
                .contains("no right candidate among the first 50")
                .doesNotContain("(no)");
    }

    private GroupScore group(String name) {
        return evaluation.groups().stream()
                .filter(group -> group.group().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static RuleScore score(
            String decidable, String clarity, boolean answered, double confidence, boolean right, int rank) {
        List<Label.Answer> answers = decidable.equals("no")
                ? List.of()
                : List.of(new Label.Answer("s3", "GetBucketVersioning", "Status", "equals", "Enabled"));
        Label label = new Label("aws.s3.bucket.a", "s3", decidable, clarity, answers, List.of());
        return new RuleScore(label, answered, confidence, null, right, right, rank, "");
    }
}
