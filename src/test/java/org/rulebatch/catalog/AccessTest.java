package org.rulebatch.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Ensures that reads of configuration, customer data and changes are told apart in the catalog that ships. */
final class AccessTest {

    private final Catalog catalog = Catalog.bundled();

    static List<String> operations() {
        return Fixtures.lines("access.txt");
    }

    @ParameterizedTest
    @MethodSource("operations")
    void givesAnOperationItsAccessClass(String line) {
        String[] expected = line.split("[. ]");
        Operation operation = catalog.service(expected[0])
                .orElseThrow()
                .operation(expected[1])
                .orElseThrow();

        assertThat(operation.access()).isEqualTo(Access.valueOf(expected[2]));
        assertThat(operation.accessReason()).endsWith(".");
    }

    @Test
    void keepsNoFactsOfWhatIsNoRead() {
        Operation operation =
                catalog.service("s3").orElseThrow().operation("get_object").orElseThrow();

        assertThat(operation.parameters()).isEmpty();
        assertThat(operation.fields()).isEmpty();
    }
}
