package org.rulebatch.generate.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.rulebatch.knowledge.Vocabulary;
import org.rulebatch.metadata.Rules;

/** Ensures that a rule is understood from its id, and that its texts only add to it. */
final class RuleReaderTest {

    private final RuleReader reader = new RuleReader(new Words(), Vocabulary.bundled());

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/generate/readings.txt", delimiter = '|')
    void understandsAnId(String id, String resource, String control, boolean negative, @Nullable String stated) {
        RuleReading reading = reader.read(Rules.of(id));

        assertThat(reading.resource()).containsExactly(resource.split(" "));
        assertThat(reading.control()).containsExactly(control.split(" "));
        assertThat(reading.negative()).isEqualTo(negative);
        assertThat(stated(reading)).isEqualTo(stated == null ? "" : stated);
    }

    @Test
    void takesFromTheTextsOnlyWhatTheIdDoesNotSay() {
        RuleReading reading = reader.read(
                Rules.of("aws.s3.bucket.versioning_enabled", "S3 bucket versioning keeps old objects", "Recovery"));

        assertThat(reading.title()).containsExactly("bucket", "keep", "old", "object");
        assertThat(reading.prose()).containsExactly("recoveri");
        assertThat(reading.id()).containsExactly("bucket", "version");
    }

    @Test
    void tellsValuesOfTheNameFromThoseOfTheDescription() {
        RuleReading named = reader.read(Rules.of("aws.rds.instance.backup", "Backups are kept 7 days", ""));
        RuleReading described = reader.read(Rules.of("aws.rds.instance.backup", "Backups", "kept 7 days"));

        assertThat(named.asked()).hasToString("[DAYS]");
        assertThat(described.asked()).isEmpty();
        assertThat(stated(described)).startsWith("DAYS=7 ");
    }

    @Test
    void statesValuesInTheOrderOfTheirKinds() {
        RuleReading reading = reader.read(Rules.of("aws.rds.instance.kept_7_days_of_14_characters_and_80_percent"));

        assertThat(List.copyOf(reading.stated().keySet())).isSorted();
        assertThat(reading.asked()).hasToString("[DAYS, PERCENT, LENGTH]");
    }

    private static String stated(RuleReading reading) {
        return new TreeMap<>(reading.stated())
                .entrySet().stream()
                        .map(each -> each.getKey() + "="
                                + each.getValue().stream().map(Object::toString).collect(Collectors.joining("+")))
                        .collect(Collectors.joining(" "));
    }
}
