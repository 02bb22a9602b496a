package org.rulebatch.cli.options;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rulebatch.generate.llm.GeneratorSettings;
import org.rulebatch.generate.llm.cost.Usage;

/**
 * What a run that asks a model will cost, before it begins: as measured for a rule, and what it can cost if each rule is looked up,
 * repaired and verified as often as may be.
 */
public final class RunCost {

    /** A rule as measured: its prompt and reply, and those of the second opinion. */
    private static final Usage ANSWER = new Usage(1, 2_600, 0, 350);

    private static final Usage OPINION = new Usage(1, 1_300, 0, 300);

    /** A rule at worst: three answers and three lookups, each sent with all that came before, and a second opinion on two checks, twice each. */
    private static final int ANSWERS = 6;

    private static final int OPINIONS = 4;
    private static final int LONGEST_PROMPT = 8_000;
    private static final BigDecimal ASKED = BigDecimal.ONE;

    private final GeneratorSettings settings;
    private final int rules;

    RunCost(GeneratorSettings settings, int rules) {
        this.settings = settings;
        this.rules = rules;
    }

    /** About what the run will cost in US dollars; empty where the model's price is not known. */
    Optional<BigDecimal> expected() {
        return cost(settings.verify() ? ANSWER.plus(OPINION) : ANSWER);
    }

    /** The most that it can cost; empty where neither price nor limit is known. */
    Optional<BigDecimal> most() {
        int calls = ANSWERS + (settings.verify() ? OPINIONS : 0);
        long reply = (long) calls * settings.model().maxReplyTokens();
        Optional<BigDecimal> worst = cost(new Usage(calls, (long) calls * LONGEST_PROMPT, 0, reply));
        BigDecimal limit = settings.maxCost();
        return limit == null ? worst : Optional.of(worst.map(limit::min).orElse(limit));
    }

    private Optional<BigDecimal> cost(Usage ofRule) {
        return settings.tariff()
                .cost(settings.model().model(), ofRule)
                .map(cost -> cost.multiply(BigDecimal.valueOf(rules)));
    }

    /** As it is printed before a run. */
    public String text() {
        Optional<BigDecimal> expected = expected();
        if (expected.isEmpty() || most().isEmpty()) {
            return "not known for " + settings.model().model()
                    + "; --llm.price=<in>/<out> states it, --max-requests=<n> limits the run";
        }
        String about = "about $" + dollars(expected.get()) + " for " + rules + (rules == 1 ? " rule" : " rules");
        BigDecimal limit = settings.maxCost();
        return limit != null && limit.compareTo(expected.get()) < 0
                ? about + "; --max-cost ends the run at $" + dollars(limit) + ", and it can be resumed"
                : about + ", at most $" + dollars(most().get()) + "; --max-cost=<dollars> limits it";
    }

    /**
     * Whether to begin: asks a person above a dollar.
     *
     * @param answer gives the line that a person types after the question; null where nobody sits at a terminal
     */
    public boolean isWanted(Supplier<@Nullable String> answer) {
        if (expected().filter(cost -> cost.compareTo(ASKED) > 0).isEmpty()) {
            return true;
        }
        String typed = answer.get();
        return typed == null || typed.strip().toLowerCase(Locale.ROOT).matches("y|yes");
    }

    private static String dollars(BigDecimal cost) {
        return cost.setScale(2, RoundingMode.UP).toPlainString();
    }
}
