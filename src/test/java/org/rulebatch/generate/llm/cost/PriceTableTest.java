package org.rulebatch.generate.llm.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ensures that costs follow the price table, people's own prices first, and that a wrong table is named with its line. */
final class PriceTableTest {

    private static final Usage MILLIONS = new Usage(1, 2_000_000, 1_000_000, 1_000_000);

    @TempDir
    private Path jobs;

    @Test
    void countsCachedTokensAtTheirOwnPrice() {
        assertThat(PriceTable.bundled().cost("gpt-4.1-mini", MILLIONS))
                .hasValueSatisfying(cost -> assertThat(cost).isEqualByComparingTo("2.10"));
    }

    @Test
    void takesADatedSnapshotForItsModel() {
        PriceTable prices = PriceTable.bundled();

        assertThat(prices.cost("gpt-4.1-mini-2025-04-14", MILLIONS)).isEqualTo(prices.cost("gpt-4.1-mini", MILLIONS));
        assertThat(prices.cost("llama3.3", MILLIONS)).isEmpty();
    }

    @Test
    void putsPeoplesOwnPricesFirstAndKeepsTheOthers() throws IOException {
        Path own = write("source: our contract\ndate: 2026-11-01\nmodels:\n  gpt-4.1-mini: {prompt: 1, reply: 2}\n");

        PriceTable prices = PriceTable.bundled().with(own);

        assertThat(prices.cost("gpt-4.1-mini", MILLIONS))
                .hasValueSatisfying(cost -> assertThat(cost).isEqualByComparingTo("4"));
        assertThat(prices.cost("gpt-4.1", MILLIONS)).isPresent();
        assertThat(prices.source()).isEqualTo(own + ", 2026-11-01: our contract");
    }

    @Test
    void staysAsItIsWithoutAFile() throws IOException {
        PriceTable bundled = PriceTable.bundled();

        assertThat(bundled.with(jobs.resolve("prices.yaml"))).isSameAs(bundled);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    models:\\n  m: {prompt: cheap, reply: 1} | :2: prompt is missing or no price
                    models:\\n  m: {prompt: 1, reply: -1}    | :2: reply is missing or no price
                    prices:\\n  m: {prompt: 1, reply: 1}     | :2: 'prices' is none of
                    models: [                                | :
                    """)
    void namesWhatIsWrongWithItsLine(String yaml, String message) throws IOException {
        Path own = write(yaml.replace("\\n", "\n"));

        assertThatThrownBy(() -> PriceTable.bundled().with(own))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(own + message);
    }

    private Path write(String yaml) throws IOException {
        return Files.writeString(jobs.resolve("prices.yaml"), yaml);
    }
}
