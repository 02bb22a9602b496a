package org.rulebatch.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NamesTest {

    @ParameterizedTest
    @CsvSource({
        "aws.s3.bucket.versioning_enabled, true",
        "rule-1, true",
        "a..b, false",
        ".a, false",
        "a/b, false",
        "a\\b, false",
        "-a, false",
        "'', false"
    })
    void aRuleIdIsSafeAsAFileName(String text, boolean accepted) {
        assertThat(Names.isRuleId(text)).isEqualTo(accepted);
    }

    @Test
    void namesHaveAnEnd() {
        assertThat(Names.isRuleId("a".repeat(200))).isTrue();
        assertThat(Names.isRuleId("a".repeat(201))).isFalse();
        assertThat(Names.isService("a".repeat(65))).isFalse();
    }
}
