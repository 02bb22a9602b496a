package org.rulebatch.language.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rulebatch.language.Fixtures;

/** Ensures that versions are ordered as the table says. */
final class VersionTest {

    static Stream<List<Object>> versions() {
        return Fixtures.rows("function/versions.yaml").stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("versions")
    void order(List<Object> row) {
        Maybe<Integer> order = Version.compare(row.get(0), row.get(1));
        Maybe<Integer> reverse = Version.compare(row.get(1), row.get(0));

        if (row.get(2).equals("unknown")) {
            assertThat(order).isInstanceOf(Maybe.Unknown.class);
            assertThat(reverse).isInstanceOf(Maybe.Unknown.class);
        } else {
            int expected = ((Long) row.get(2)).intValue();
            assertThat(Integer.signum(Fixtures.value(order))).isEqualTo(expected);
            assertThat(Integer.signum(Fixtures.value(reverse))).isEqualTo(-expected);
        }
    }

    @Test
    void aNumberWithAPointIsRefused() {
        assertThat(Version.isAtLeast("1.30", 1.3))
                .isEqualTo(Answer.unknown("the version 1.3 is a number and must be a text, in quotation marks"));
        assertThat(Version.isAtLeast("17", 16L)).isEqualTo(Answer.YES);
    }

    @Test
    void anAbsentVersionIsUnknown() {
        assertThat(Version.isAtLeast(null, "1")).isEqualTo(Answer.unknown("there is no version"));
    }
}
