package org.rulebatch.generate.llm.cost;

import java.math.BigDecimal;
import java.util.Optional;

/** What models cost. */
public interface Tariff {

    /** Of a model whose price is not known. */
    Tariff UNKNOWN = (model, usage) -> Optional.empty();

    /** The cost in US dollars; empty if the model's price is not known. */
    Optional<BigDecimal> cost(String model, Usage usage);
}
