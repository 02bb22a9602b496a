package org.rulebatch.language.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ensures that patterns are compared as IAM does. */
final class GlobTest {

    @ParameterizedTest
    @CsvSource({
        "s3:*, s3:getobject, true",
        "s3:get*, s3:*, false",
        "*, s3:*, true",
        "s3:?etobject, s3:getobject, true",
        "s3:*object, s3:get*object, true",
        "s3:get?, s3:get*, false",
        "*a*, *a, true",
        "a*b*c, axxbxxbc, true",
        "a*b*c, axxbxxb, false",
        "a, a, true",
        "a, ab, false",
    })
    void covers(String pattern, String narrower, boolean expected) {
        assertThat(Glob.covers(pattern, narrower)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "s3:get*, s3:*object, true",
        "s3:get*, s3:put*, false",
        "*a, b*, true",
        "a?c, ab?, true",
        "a?c, ab?d, false",
        "ab*, a*bc, true",
        "x*, *y*z, true",
        "*, ?, true",
        "a*, b?, false",
    })
    void overlaps(String left, String right, boolean expected) {
        assertThat(Glob.overlaps(left, right)).isEqualTo(expected);
        assertThat(Glob.overlaps(right, left)).isEqualTo(expected);
    }
}
