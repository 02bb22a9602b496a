package org.rulebatch.language.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rulebatch.language.Fixtures;

/** Ensures that JSON, Base64, points in time and address ranges are read, and that what cannot be read is unknown. */
final class TextsTest {

    @Test
    void jsonBecomesPlainValues() {
        assertThat(Fixtures.value(Json.parse("{\"a\":[1,2.5,true,null,\"x\"],\"b\":null,\"c\":1e2}")))
                .isEqualTo(Map.of("a", List.of(1L, 2.5, true, "x"), "c", 100L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null"})
    void absentJsonIsAnEmptyMap(String text) {
        assertThat(Json.parse(text)).isEqualTo(Maybe.of(Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{} {}", "{\"a\":1,\"a\":2}", "no", "{'a':1}"})
    void whatIsNotJsonIsUnknown(String text) {
        assertThat(Json.parse(text)).isInstanceOf(Maybe.Unknown.class);
    }

    @Test
    void jsonIsBounded() {
        assertThat(Json.parse("[".repeat(Json.MAX_DEPTH + 1) + "]".repeat(Json.MAX_DEPTH + 1)))
                .isInstanceOf(Maybe.Unknown.class);
        assertThat(Json.parse("\"" + "a".repeat(Json.MAX_LENGTH) + "\"")).isInstanceOf(Maybe.Unknown.class);
        assertThat(Json.parse("1".repeat(200))).isInstanceOf(Maybe.Unknown.class);
    }

    @ParameterizedTest
    @CsvSource({"IyEvYmluL3No, #!/bin/sh", "'IyEv\nYmluL3No', #!/bin/sh", "#!/bin/sh -e, #!/bin/sh -e", "'', ''"})
    void base64IsDecodedAndPlainTextStays(String text, String expected) {
        assertThat(Base64Text.decode(text)).isEqualTo(Maybe.of(expected));
    }

    @Test
    void compressedUserDataIsExpanded() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write("#cloud-config".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(Base64Text.decode(Base64.getEncoder().encodeToString(bytes.toByteArray())))
                .isEqualTo(Maybe.of("#cloud-config"));
    }

    @Test
    void bytesThatAreNotTextAreUnknown() {
        String binary = Base64.getEncoder().encodeToString(new byte[] {0, 1, 2, (byte) 0xff});
        String cut = Base64.getEncoder().encodeToString(new byte[] {0x1f, (byte) 0x8b, 8, 0, 1});

        assertThat(Base64Text.decode(binary)).isEqualTo(Maybe.unknown("the decoded bytes are not text"));
        assertThat(Base64Text.decode(cut)).isEqualTo(Maybe.unknown("the decoded bytes are not what gzip writes"));
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 8, true, false, false",
        "10.1.2.3, 32, true, false, false",
        "0.0.0.0/0, 0, false, true, false",
        "54.0.0.0/8, 8, false, false, false",
        "54.0.0.0/7, 7, false, true, false",
        "172.16.0.0/12, 12, true, false, false",
        "172.0.0.0/8, 8, false, false, false",
        "100.64.0.0/10, 10, true, false, false",
        "::/0, 0, false, true, true",
        "2600::/31, 31, false, true, true",
        "2600::/32, 32, false, false, true",
        "fd00::/8, 8, true, false, true",
    })
    void addressRanges(String text, int prefix, boolean isPrivate, boolean isBroad, boolean ipv6) {
        Cidr cidr = Cidr.parse(text).orElseThrow();

        assertThat(cidr.prefixLength()).isEqualTo(prefix);
        assertThat(cidr.isPrivate()).isEqualTo(isPrivate);
        assertThat(cidr.isBroad()).isEqualTo(isBroad);
        assertThat(cidr.isIpv6()).isEqualTo(ipv6);
    }

    @Test
    void addressRangesContainAndOverlap() {
        Cidr wide = Cidr.parse("10.0.0.0/8").orElseThrow();
        Cidr narrow = Cidr.parse("10.1.2.3/16").orElseThrow();

        assertThat(wide.contains(narrow)).isTrue();
        assertThat(narrow.contains(wide)).isFalse();
        assertThat(narrow.overlaps(wide)).isTrue();
        assertThat(wide.overlaps(Cidr.parse("11.0.0.0/8").orElseThrow())).isFalse();
        assertThat(wide.contains(Cidr.parse("::/0").orElseThrow())).isFalse();
        assertThat(narrow).hasToString("10.1.0.0/16");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*", "10", "10.0.0", "10.0.0.0/33", "10.0.0.0-20", "10.*.0.0", "x", "sg-1", "::/129"})
    void whatIsNotARangeIsEmpty(String text) {
        assertThat(Cidr.parse(text)).isEmpty();
    }

    @Test
    void answersCombine() {
        Answer unknown = Answer.unknown("x");

        assertThat(unknown.and(Answer.NO)).isEqualTo(Answer.NO);
        assertThat(unknown.and(Answer.YES)).isEqualTo(unknown);
        assertThat(unknown.or(Answer.YES)).isEqualTo(Answer.YES);
        assertThat(unknown.or(Answer.NO)).isEqualTo(unknown);
        assertThat(unknown.not()).isEqualTo(unknown);
        assertThat(Answer.YES.not()).isEqualTo(Answer.NO);
    }
}
