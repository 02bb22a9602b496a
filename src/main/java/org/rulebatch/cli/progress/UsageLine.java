package org.rulebatch.cli.progress;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.rulebatch.generate.llm.cost.ModelUsage;
import org.rulebatch.generate.llm.cost.Usage;

/** What a model has cost so far, in as few words as stand in a line with more. */
final class UsageLine {

    private UsageLine() {}

    /** {@code 12,000 tokens, $0.12}. */
    static String text(ModelUsage used) {
        Usage total = used.total();
        BigDecimal cost = used.cost();
        String price = cost == null
                ? ""
                : ", $" + cost.setScale(2, RoundingMode.HALF_UP).toPlainString();
        return String.format(Locale.ROOT, "%,d tokens", total.promptTokens() + total.replyTokens()) + price;
    }
}
