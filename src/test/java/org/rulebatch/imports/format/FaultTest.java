package org.rulebatch.imports.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Ensures that a fault becomes what is required, and never what is wrong; {@code -} where it must be left out. */
final class FaultTest {

    @ParameterizedTest
    @CsvFileSource(resources = "/imports/faults.csv", delimiter = ';')
    void aFaultBecomesWhatIsRequired(String fault, String required) {
        String turned = Fault.required(fault).orElse("-");

        assertThat(turned).isEqualToIgnoringCase(required);
    }
}
