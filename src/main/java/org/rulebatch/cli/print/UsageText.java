package org.rulebatch.cli.print;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.rulebatch.generate.llm.cost.ModelUsage;
import org.rulebatch.generate.llm.cost.Usage;

/** Says in a line what a run used of a model. */
final class UsageText {

    private UsageText() {}

    static String of(ModelUsage used) {
        Usage total = used.total();
        BigDecimal cost = used.cost();
        return String.format(
                Locale.ROOT,
                "%s, %d replies and %d used again, %,d prompt tokens (%,d cached), %,d reply tokens, %s",
                used.model(),
                total.calls(),
                used.reused(),
                total.promptTokens(),
                total.cachedTokens(),
                total.replyTokens(),
                cost == null
                        ? "price not known"
                        : "$" + cost.setScale(4, RoundingMode.HALF_UP).toPlainString());
    }
}
