package org.rulebatch.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rulebatch.generate.Label;
import org.rulebatch.requirement.Call;
import org.rulebatch.requirement.Condition;
import org.rulebatch.requirement.Expectation;
import org.rulebatch.requirement.Operator;
import org.rulebatch.requirement.Quantifier;

/** Ensures that two ways to say the same are the same, and two that are not are not. */
final class LabelMatchTest {

    private static final String PATH = "Cages[].Lock";

    @Test
    void takesAnOperatorOfTheSameSense() {
        assertThat(fits("in", List.of("shut", "locked"), Operator.EQUALS, "locked", null))
                .isTrue();
        assertThat(fits("exists", null, Operator.NOT_EMPTY, null, null)).isTrue();
        assertThat(fits("gte", 14, Operator.GT, 14, null)).isTrue();
        assertThat(fits("gte", 14, Operator.GTE, 7, null)).isFalse();
        assertThat(fits("equals", "locked", Operator.NOT_EQUALS, "locked", null))
                .isFalse();
    }

    @Test
    void takesThatNoneIsForThatEachIsNot() {
        assertThat(fits("not_in", List.of("open"), Operator.EQUALS, "open", Quantifier.NONE))
                .isTrue();
        assertThat(fits("not_exists", null, Operator.EXISTS, null, Quantifier.NONE))
                .isTrue();
        assertThat(fits("in", List.of("open"), Operator.EQUALS, "open", Quantifier.NONE))
                .isFalse();
    }

    @Test
    void takesATimeForAnAge() {
        assertThat(fits("gte", "now-90d", Operator.WITHIN_DAYS, 90, null)).isTrue();
        assertThat(fits("gt", "now+30d", Operator.WITHIN_DAYS, -30, null)).isTrue();
        assertThat(fits("gte", "now-90d", Operator.OLDER_THAN_DAYS, 90, null)).isFalse();
        assertThat(fits("gte", "now-30d", Operator.WITHIN_DAYS, 90, null)).isFalse();
    }

    @Test
    void looksPastTheSpacesOfPolicies() {
        assertThat(fits("not_contains", "\"Action\":\"*\"", Operator.NOT_CONTAINS, "\"Action\": \"*\"", null))
                .isTrue();
    }

    private static boolean fits(
            String op,
            @Nullable Object labelled,
            Operator own,
            @Nullable Object value,
            @Nullable Quantifier quantifier) {
        Label label = new Label(
                "aws.zoo.cage.lock",
                "zoo",
                "yes",
                "clear",
                List.of(new Label.Answer("zoo", "ListCages", PATH, op, labelled)),
                List.of());
        Expectation expectation = new Expectation(own, value, null, quantifier, List.of(), null);
        return LabelMatch.fits(
                label, new Condition("lock", Call.of("zoo", "list_cages"), "Cages[]", PATH, expectation));
    }
}
