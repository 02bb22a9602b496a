package org.rulebatch.cli.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rulebatch.generate.llm.Fallback;
import org.rulebatch.generate.llm.GeneratorSettings;
import org.rulebatch.generate.llm.chat.PromptStyle;
import org.rulebatch.generate.llm.cost.PriceTable;
import org.rulebatch.generate.llm.cost.TokenCounter;
import org.rulebatch.generate.llm.http.ModelSettings;
import org.rulebatch.generate.llm.http.Secret;
import org.rulebatch.generate.llm.pace.Limits;

/** Ensures that a run says what it costs at most, and that a person is asked above a dollar. */
final class RunCostTest {

    @Test
    void saysWhatIsExpectedAndTheMost() {
        assertThat(cost("gpt-4.1-mini", 10, null).text())
                .matches("about \\$0\\.0\\d for 10 rules, at most \\$0\\.9\\d; .*");
    }

    @Test
    void costsNoMoreThanTheLimit() {
        assertThat(cost("gpt-4.1-mini", 2_000, BigDecimal.TEN).most()).contains(BigDecimal.TEN);
    }

    @Test
    void saysThatAPriceIsNotKnown() {
        assertThat(cost("llama3.3", 10, null).text()).contains("not known for llama3.3", "--llm.price");
    }

    @ParameterizedTest
    @CsvSource({"2000, n, false", "2000, '', false", "2000, y, true", "2000, Yes, true", "2000, , true", "100, n, true"
    })
    void asksAPersonAboveADollar(int rules, @Nullable String typed, boolean wanted) {
        assertThat(cost("gpt-4.1-mini", rules, null).isWanted(() -> typed)).isEqualTo(wanted);
    }

    private static RunCost cost(String model, int rules, @Nullable BigDecimal limit) {
        ModelSettings settings = new ModelSettings(
                URI.create("http://localhost/v1"),
                model,
                new Secret("none"),
                PromptStyle.STANDARD,
                null,
                null,
                4_000,
                Duration.ofSeconds(1),
                Duration.ofSeconds(1));
        return new RunCost(
                new GeneratorSettings(
                        settings,
                        Limits.STANDARD,
                        true,
                        Fallback.EMBEDDED,
                        0.5,
                        true,
                        limit,
                        null,
                        PriceTable.bundled(),
                        TokenCounter.ESTIMATE),
                rules);
    }
}
