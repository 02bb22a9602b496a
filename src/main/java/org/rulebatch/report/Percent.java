package org.rulebatch.report;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Percentages as reports show them: one decimal, {@code 91.2%}. */
final class Percent {

    private Percent() {}

    static String of(double percent) {
        return BigDecimal.valueOf(percent).setScale(1, RoundingMode.HALF_UP) + "%";
    }

    static String of(int part, int whole) {
        return of(whole == 0 ? 0 : 100.0 * part / whole);
    }
}
