package org.rulebatch.ruleyaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rulebatch.yaml.YamlDocument;

/** Ensures that a rule file means what was written: reading and writing are each other's reverse. */
final class RuleYamlReaderTest {

    private static final Path FOLDER = Path.of("src/test/resources/ruleyaml");

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER.resolve("valid"))) {
            return new ArrayList<>(files.sorted().toList());
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void readsWhatIsWritten(Path file) throws IOException {
        String yaml = Files.readString(file);

        RuleDocument document = new RuleYamlReader().read(file);

        assertThat(RuleYamlWriter.write(document)).isEqualTo(yaml);
        assertThat(reread(document)).isEqualTo(document);
    }

    @ParameterizedTest
    @MethodSource("broken")
    void saysWhatIsWrongAndWhere(Path file) throws IOException {
        String expected = Files.readString(Path.of(file.toString().replace(".yaml", ".errors")))
                .strip();

        assertThatThrownBy(() -> new RuleYamlReader().read(file))
                .isInstanceOf(RuleYamlException.class)
                .hasMessageContaining(expected);
    }

    static List<Path> broken() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER.resolve("invalid"))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    private static RuleDocument reread(RuleDocument document) {
        return new RuleYamlReader().read(YamlDocument.parse("again.yaml", RuleYamlWriter.write(document)));
    }
}
