package org.rulebatch.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTest {

    @ParameterizedTest
    @ValueSource(
            ints = {
                0, 7, 8, 0x0d, 0x1b, 0x7f, 0x80, 0x9b, 0x9d, 0x61c, 0x200e, 0x200f, 0x2028, 0x202a, 0x202e, 0x2066,
                0x2069, 0xd800, 0xdfff
            })
    void charactersThatSteerATerminalAreShownAsEscapes(int c) {
        String text = "a" + (char) c + "b";
        assertThat(Printable.of(text)).isEqualTo(String.format("a\\u%04xb", c));
        assertThat(Printable.lines(text)).isEqualTo(String.format("a\\u%04xb", c));
    }

    @Test
    void newlinesAndTabsStayOnlyWhereLinesAreAskedFor() {
        assertThat(Printable.of("a\n\tb")).isEqualTo("a\\u000a\\u0009b");
        assertThat(Printable.lines("a\n\tb")).isEqualTo("a\n\tb");
    }

    @Test
    void ordinaryTextOfAnyScriptStays() {
        String text = "Größe, 大小, 😀, שלום – “quoted”";
        assertThat(Printable.of(text)).isSameAs(text);
    }

    @Test
    void aNameIsCutAtEightyCharacters() {
        assertThat(Printable.name("é".repeat(100))).isEqualTo("é".repeat(80) + "…");
        assertThat(Printable.name("😀".repeat(80))).isEqualTo("😀".repeat(80));
        assertThat(Printable.name("a\u001b")).isEqualTo("a\\u001b");
    }

    @Test
    void nothingIsShownAsTheWordNull() {
        assertThat(Printable.of(null)).isEqualTo("null");
    }
}
