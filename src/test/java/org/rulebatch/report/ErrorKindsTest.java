package org.rulebatch.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ErrorKindsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    timeout after 30 s on rule aws.s3.bucket.a      | timeout after 12 s on rule aws.ec2.vpc.b
                    the field "Foo" is unknown                      | the field "Bar" is unknown
                    cannot read /a/b.yaml                           | cannot read /c/d.yaml
                    """)
    void theSameErrorWithOtherNamesIsOfTheSameKind(String one, String other) {
        assertThat(ErrorKinds.of(one)).isEqualTo(ErrorKinds.of(other));
    }

    @ParameterizedTest
    @CsvSource({"connection refused, timeout"})
    void anotherErrorIsOfAnotherKind(String one, String other) {
        assertThat(ErrorKinds.of(one)).isNotEqualTo(ErrorKinds.of(other));
    }
}
