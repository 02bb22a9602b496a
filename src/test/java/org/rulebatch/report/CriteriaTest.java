package org.rulebatch.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rulebatch.report.entry.Criterion;
import org.rulebatch.store.BatchPlan;

final class CriteriaTest {

    @ParameterizedTest
    @CsvSource({
        "90, 0, 10, 0, 90, true, 90.0% (90/100; 0 left to a person)",
        "89, 0, 11, 0, 90, false, 89.0% (89/100; 0 left to a person)",
        "89, 0, 11, 0, 80, true, 89.0% (89/100; 0 left to a person)",
        "50, 50, 0, 0, 90, true, 100.0% (50/50; 50 left to a person)",
        "0, 10, 0, 0, 90, true, 100.0% (0/0; 10 left to a person)",
        "1, 0, 1, 1, 33.3, true, 33.3% (1/3; 0 left to a person)"
    })
    void theRateIsOverTheRulesThatAReadCanDecide(
            int automated, int manual, int invalid, int failed, double minimum, boolean met, String actual) {
        // given
        Counts counts = new Counts(automated, 0, manual, invalid, failed);

        // when
        Criterion rate = Criteria.of(tally(counts, 10, 1, 1, Map.of()), minimum, Optional.empty())
                .get(1);

        // then
        assertThat(rate.met()).isEqualTo(met);
        assertThat(rate.actual()).isEqualTo(actual);
    }

    @Test
    void aProposedCheckIsNeitherValidatedNorLeftToAPerson() {
        Tally tally = tally(new Counts(9, 20, 5, 1, 0), 10, 1, 1, Map.of());

        assertThat(Criteria.of(tally, 90, Optional.empty()).get(1))
                .returns(true, Criterion::met)
                .returns("90.0% (9/10; 20 proposed, 5 left to a person)", Criterion::actual);
    }

    @ParameterizedTest
    @CsvSource({"100, 10, true", "100, 11, false", "5, 1, true", "5, 2, false", "20, 2, true", "20, 3, false"})
    void anErrorIsSystematicInMoreThanATenthOfTheServices(int services, int having, boolean met) {
        // when
        Criterion errors = Criteria.of(
                        tally(new Counts(1, 0, 0, 0, 0), services, 1, 1, Map.of("field.unknown", having)),
                        90,
                        Optional.empty())
                .get(3);

        // then
        assertThat(errors.met()).isEqualTo(met);
        assertThat(errors.actual()).isEqualTo(met ? "none" : "field.unknown in " + having + " services");
    }

    @Test
    void everyServiceWithAValidatedRuleNeedsItsFile() {
        Tally tally = tally(new Counts(5, 0, 0, 0, 0), 10, 3, 2, Map.of());
        assertThat(Criteria.of(tally, 90, Optional.empty()).get(2))
                .isEqualTo(new Criterion("a YAML file for every service with a validated rule", false, "2/3"));
    }

    @Test
    void oneFailedBatchIsOneTooMany() {
        // given
        BatchReport good = batch(1, BatchOutcome.COMPLETED);
        BatchReport bad = batch(2, "FAILED");
        Tally tally = new Tally(List.of(good, bad), Counts.NONE, 2, 0, 0, Map.of());

        // then
        assertThat(Criteria.of(tally, 90, Optional.empty()).get(0))
                .isEqualTo(new Criterion("all batches successful", false, "1/2"));
    }

    private static BatchReport batch(int number, String status) {
        return new BatchReport(new BatchPlan(number, List.of()), new BatchOutcome(status, null, 0, null), Counts.NONE);
    }

    private static Tally tally(Counts counts, int services, int validated, int files, Map<String, Integer> errors) {
        return new Tally(List.of(), counts, services, validated, files, errors);
    }
}
