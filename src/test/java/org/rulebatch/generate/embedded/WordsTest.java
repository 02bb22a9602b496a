package org.rulebatch.generate.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Ensures that two spellings of the same words give the same stems. */
final class WordsTest {

    private final Words words = new Words();

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/generate/words.txt", delimiter = '|')
    void cutsIntoStems(String text, String stems) {
        List<String> expected = List.of(stems.split(" "));

        List<String> found = words.stems(text);

        assertThat(found).isEqualTo(expected);
    }

    @Test
    void findsNothingInMarksAlone() {
        assertThat(words.stems("")).isEmpty();
        assertThat(words.stems("_.-[]{}")).isEmpty();
    }
}
