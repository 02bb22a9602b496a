package org.rulebatch.ruleyaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rulebatch.requirement.Finding;

/** Ensures that one change that breaks a good file is found, with its line. */
final class RuleYamlSchemaTest {

    private final RuleYamlSchema schema = new RuleYamlSchema();

    @Test
    void acceptsAGoodFile() throws IOException {
        assertThat(schema.check("s3", good())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "provider: aws,provider: azure,yaml.schema",
        "op: equals,op: equal,yaml.schema",
        "severity: medium,severityy: medium,yaml.schema",
        "checks:,cheques:,yaml.schema",
        "for_each: aws.s3.list_buckets,for_each: aws.s3.list_bukets,yaml.unknown_parent",
        "discovery_id: aws.s3.get_bucket_versioning,discovery_id: aws.s3.list_buckets,yaml.duplicate",
        "provider: aws,provider: [aws,yaml.syntax"
    })
    void findsWhatIsWrong(String right, String wrong, String id) throws IOException {
        assertThat(good()).contains(right);

        String changed = good().replaceFirst(Pattern.quote(right), wrong);

        assertThat(schema.check("s3.yaml", changed))
                .isNotEmpty()
                .extracting(Finding::id)
                .contains(id);
        assertThat(schema.check("s3.yaml", changed).get(0).place()).matches("s3\\.yaml:\\d+");
    }

    private static String good() throws IOException {
        return Files.readString(Path.of("src/test/resources/ruleyaml/s3.yaml"));
    }
}
