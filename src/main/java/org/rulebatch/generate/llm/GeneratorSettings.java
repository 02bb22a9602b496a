package org.rulebatch.generate.llm;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.rulebatch.generate.llm.cost.Tariff;
import org.rulebatch.generate.llm.cost.TokenCounter;
import org.rulebatch.generate.llm.http.ModelSettings;
import org.rulebatch.generate.llm.pace.Budget;
import org.rulebatch.generate.llm.pace.Limits;

/**
 * How the generator that asks a model works.
 *
 * @param reuse whether replies to earlier runs are used again
 * @param fallback what becomes of a rule whose replies cannot be used
 * @param minConfidence of the model, below which a rule goes to a person
 * @param verify whether the model judges the examples of a check as well
 * @param maxCost of the run in US dollars, or null
 * @param maxRequests of the run, or null
 */
public record GeneratorSettings(
        ModelSettings model,
        Limits limits,
        boolean reuse,
        Fallback fallback,
        double minConfidence,
        boolean verify,
        @Nullable BigDecimal maxCost,
        @Nullable Integer maxRequests,
        Tariff tariff,
        TokenCounter counter) {

    Budget.Caps caps() {
        return new Budget.Caps(maxCost, maxRequests);
    }
}
