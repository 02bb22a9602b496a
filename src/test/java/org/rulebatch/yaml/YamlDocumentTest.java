package org.rulebatch.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class YamlDocumentTest {

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("an alias", "a: &x 1\nb: *x\n", 2, "an alias"),
                Arguments.of("aliases that explode", bomb(), 2, "an alias"),
                Arguments.of("a key twice", "a: 1\nb: 2\na: 3\n", 3, "the key 'a' stands here a second time"),
                Arguments.of("a second document", "a: 1\n---\nb: 2\n", 2, "a second document"),
                Arguments.of("too deep", "[".repeat(60) + "]".repeat(60), 1, "nested deeper than 50 levels"),
                Arguments.of("not closed", "a: [1, 2\nb: 3\n", 2, ""),
                Arguments.of("a tab", "a:\n\tb: 1\n", 2, ""),
                Arguments.of("a list as a key", "? [a]\n: 1\n", 1, "a key must be a plain word"),
                Arguments.of("a NUL", "a: \"b\u0000c\"\n", 1, ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void whatIsNotAcceptedIsNamedWithItsLine(String name, String yaml, int line, String reason) {
        assertThatThrownBy(() -> YamlDocument.parse("r.yaml", yaml)).isInstanceOfSatisfying(YamlException.class, e -> {
            assertThat(e.line()).isEqualTo(line);
            assertThat(e.reason()).contains(reason).isNotBlank();
            assertThat(e).hasMessageStartingWith("r.yaml:" + line + ": ");
        });
    }

    @Test
    void aHundredMegabytesAreNotRead() throws IOException {
        // given
        long[] read = {0};
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                read[0]++;
                return read[0] > 100L << 20 ? -1 : 'a';
            }
        };

        // when
        assertThatThrownBy(() -> YamlDocument.read("big.yaml", endless))
                .isInstanceOf(YamlException.class)
                .hasMessageContaining("big.yaml:1: larger than 4 MiB");

        // then
        assertThat(read[0]).isLessThan(YamlDocument.MAX_BYTES + 100_000L);
    }

    @Test
    void whatIsNotUtf8IsSaidToBeSo() {
        byte[] latin1 = {'a', ':', ' ', (byte) 0xE4};
        assertThatThrownBy(() -> YamlDocument.read("l.yaml", new ByteArrayInputStream(latin1)))
                .hasMessage("l.yaml:1: not UTF-8 text");
    }

    @Test
    void everyValueHasItsLine() {
        // given
        String yaml = "a: 1\nlist:\n- x: true\n- y: null\n  z/t: 0x1F\n";

        // when
        YamlDocument document = YamlDocument.parse("d.yaml", yaml);

        // then
        assertThat(document.place("/list/1/y")).isEqualTo("d.yaml:4");
        assertThat(document.place("/list/1/z~1t")).isEqualTo("d.yaml:5");
        assertThat(document.line("/list/1/unknown")).isEqualTo(4);
        assertThat(document.root().at("/list/0/x").asBoolean()).isTrue();
        assertThat(document.root().at("/list/1/y").isNull()).isTrue();
    }

    @Test
    void anEmptyFileHasNoValue() {
        assertThat(YamlDocument.parse("e.yaml", "# nothing\n").root().isMissingNode())
                .isTrue();
    }

    private static String bomb() {
        StringBuilder yaml = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 30; i++) {
            yaml.append("a").append(i).append(": &a").append(i).append(" [");
            yaml.append(("*a" + (i - 1) + ", ").repeat(8))
                    .append("*a")
                    .append(i - 1)
                    .append("]\n");
        }
        return yaml.toString();
    }
}
