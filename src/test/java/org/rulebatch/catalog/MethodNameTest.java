package org.rulebatch.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Ensures that methods are named as boto3 names them. */
final class MethodNameTest {

    static List<String> names() {
        return Fixtures.lines("method-names.txt");
    }

    @ParameterizedTest
    @MethodSource("names")
    void namesAnOperationAsBoto3Does(String line) {
        String[] pair = line.split(" ");
        assertThat(MethodName.of(pair[0])).isEqualTo(pair[1]);
    }
}
