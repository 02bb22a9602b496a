package org.rulebatch.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rulebatch.yaml.YamlSchema;

/** Ensures that the words rules are read with are of their schema's form. */
final class VocabularyFilesTest {

    static Iterable<String> names() {
        return VocabularyFiles.NAMES;
    }

    @ParameterizedTest
    @MethodSource("names")
    void isOfItsForm(String name) {
        assertThat(YamlSchema.bundled("reading.schema.json").check(VocabularyFiles.document("/reading/" + name)))
                .isEmpty();
    }
}
