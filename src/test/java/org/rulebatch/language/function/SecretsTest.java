package org.rulebatch.language.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rulebatch.language.Fixtures;

/** Ensures that secrets are found where the table has some, and only there. */
final class SecretsTest {

    static Stream<Map<String, Object>> values() {
        return Fixtures.cases("function/secrets.yaml").stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("values")
    void finds(Map<String, Object> each) {
        Object value = each.containsKey("join")
                ? ((List<?>) Fixtures.get(each, "join"))
                        .stream().map(String::valueOf).collect(Collectors.joining())
                : each.get("value");

        List<Secrets.Match> found = Fixtures.value(Secrets.find(value));

        assertThat(found)
                .as("%s: %s", each.get("case"), found)
                .hasSize(((Long) Fixtures.get(each, "found")).intValue());
        assertThat(Secrets.areIn(value)).isEqualTo(Answer.of(!found.isEmpty()));
    }

    @Test
    void aMatchSaysWhatAndWhereButNotTheSecret() {
        Map<String, Object> value =
                Map.of("Environment", List.of(Map.of("name", "DB_PASSWORD", "value", "Tr0ub4dor3x")));

        assertThat(Fixtures.value(Secrets.find(value)))
                .containsExactly(new Secrets.Match("password or token", "$.Environment[0].value"));
    }

    @Test
    void aTextThatIsTooLongIsUnknown() {
        assertThat(Secrets.areIn("a".repeat(Secrets.MAX_LENGTH + 1)).isUnknown())
                .isTrue();
    }

    @Test
    void anAbsentValueHasNone() {
        assertThat(Secrets.areIn(null)).isEqualTo(Answer.NO);
    }

    @Test
    void everyFormatHasANameOfItsOwnAndASource() {
        Set<String> names = new HashSet<>();

        assertThat(SecretFormats.ALL.formats()).hasSizeGreaterThan(25).allSatisfy(each -> {
            assertThat(names.add(each.name())).as(each.name()).isTrue();
            assertThat(each.source()).startsWith("https://");
            assertThat(each.with()).isNotEmpty().allMatch(piece -> piece.equals(piece.toLowerCase(Locale.ROOT)));
            assertThat(each.pattern().matcher("").find()).as(each.name()).isFalse();
        });
    }
}
