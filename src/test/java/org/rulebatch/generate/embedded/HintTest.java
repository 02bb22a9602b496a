package org.rulebatch.generate.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rulebatch.requirement.Operator;

/** Ensures that a field is recognised on a path however it is spelled. */
final class HintTest {

    @ParameterizedTest
    @CsvSource({
        "Encrypted,               Volumes[].Encrypted,           true,  true",
        "encrypted,               Volumes[].Encrypted,           true,  true",
        "publicly_accessible,     DBInstances[].PubliclyAccessible, true, true",
        "Volumes[].Encrypted,     Snapshots[].Encrypted,         true,  true",
        "MetadataOptions,         Instances[].MetadataOptions.HttpTokens, true, false",
        "Tokens,                  Instances[].MetadataOptions.HttpTokens, false, false",
        "[],                      Volumes[].Encrypted,           false, false"
    })
    void namesPaths(String name, String path, boolean named, boolean atTheEnd) {
        Hint hint = new Hint(List.of(new Hint.Named(name, Operator.EXISTS, null)));

        assertThat(hint.names(path)).isEqualTo(named);
        assertThat(hint.at(path).isPresent()).isEqualTo(atTheEnd);
    }
}
