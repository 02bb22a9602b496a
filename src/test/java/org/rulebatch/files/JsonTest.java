package org.rulebatch.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class JsonTest {

    record Sample(String secondName, int firstNumber) {}

    @Test
    void filesHaveTwoSpacesUnescapedUtf8AndANewlineAtTheEnd() throws IOException {
        // given
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("title", "Zugriff für Übergroße → „ja“");
        value.put("list", List.of(1, 2));
        value.put("nothing", List.of());
        value.put("empty", Map.of());
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        // when
        Json.document(value).writeTo(out);

        // then
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo(
                        """
                        {
                          "title": "Zugriff für Übergroße → „ja“",
                          "list": [
                            1,
                            2
                          ],
                          "nothing": [],
                          "empty": {}
                        }
                        """);
    }

    @Test
    void halfACharacterIsReplacedAndWhatTurnsTextAroundIsEscaped() {
        Map<String, Object> value = Map.of("k\udc00", "a\ud800b\u202e\u009b😀");

        String expected = "{\"k\ufffd\":\"a\ufffdb\\u202e\\u009b😀\"}";
        assertThat(Json.COMPACT.writeValueAsString(value)).isEqualTo(expected);
        assertThat(Json.COMPACT.writeValueAsBytes(value)).isEqualTo(expected.getBytes(StandardCharsets.UTF_8));
        assertThat(Json.text(value)).contains("a\ufffdb\\u202e");
    }

    @Test
    void keysOfRecordsStandInTheirOrderInSnakeCase() {
        assertThat(Json.COMPACT.writeValueAsString(new Sample("b", 1)))
                .isEqualTo("{\"second_name\":\"b\",\"first_number\":1}");
    }
}
