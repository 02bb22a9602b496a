package org.rulebatch.generate.llm.cost;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ensures that tokens are counted by the encoding of the model. */
final class ModelTokensTest {

    @ParameterizedTest
    @CsvSource({
        "gpt-4.1-mini, 'hello world', 2",
        "gpt-4-turbo, 'hello world', 2",
        "gpt-3.5-turbo, 'antidisestablishmentarianism', 6",
        "gpt-4o-mini, 'antidisestablishmentarianism', 6",
        "some-other-model, '', 0",
        "gpt-4.1, '<|endoftext|>', 7"
    })
    void counts(String model, String text, int tokens) {
        assertThat(ModelTokens.of(model).count(text)).isEqualTo(tokens);
    }
}
