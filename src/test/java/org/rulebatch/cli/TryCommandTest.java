package org.rulebatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rulebatch.cli.print.ExitCode;
import org.rulebatch.yaml.YamlDocument;
import org.rulebatch.yaml.YamlSchema;

/** Ensures that a sentence is decided from the command line as a run decides it, and becomes a rule's file. */
final class TryCommandTest {

    @TempDir
    private Path folder;

    private StringWriter out = new StringWriter();

    @Test
    void aSentenceIsReadDecidedAndShownWithExamples() {
        assertThat(run("try", "S3 buckets must have versioning enabled")).isZero();
        assertThat(out.toString())
                .contains("id         aws.s3.bucket.versioning_enabled")
                .contains("    subject    S3 buckets\n    property   versioning")
                .contains("automated: the check below decides the rule")
                .contains("Judges each item of aws.s3.get_bucket_versioning.\n  Complies if Status is \"Enabled\".")
                .contains("complies: item.Status == \"Enabled\"")
                .contains("complies, for example", "violates, for example");
    }

    @Test
    void aSentenceThatNamesNoServiceNeedsOne() {
        assertThat(run("try", "Screens must be locked")).isEqualTo(ExitCode.USAGE);
        assertThat(out.toString()).contains("'Screens must be locked' names no service", "--service=<service>");
    }

    @Test
    void aNewRuleIsWrittenOnceAndShown() throws IOException {
        String[] command = {
            "new-rule",
            "--title=SQS queues must be encrypted",
            "--service=sqs",
            "--severity=high",
            "--rules-dir=" + folder
        };

        assertThat(run(command)).isZero();
        Path file = folder.resolve("sqs/metadata/aws.sqs.queue.encrypted.yaml");
        assertThat(file).content().contains("title: SQS queues must be encrypted", "severity: high");
        assertThat(out.toString()).contains("Written: " + file, "read as", "Next: java -jar");
        assertThat(run("validate", folder.toString())).isZero();

        assertThat(run(command)).isEqualTo(ExitCode.USAGE);
        assertThat(out.toString()).contains("is there already");
    }

    @Test
    void theSchemaOfMetadataTakesWhatIsWrittenAndRefusesAMisspeltKey() throws IOException {
        assertThat(run("schema", "metadata")).isZero();
        assertThat(out.toString()).contains("\"rule_id\"", "\"severity\"");

        YamlSchema schema = YamlSchema.bundled("metadata.schema.json");
        Path rule = Path.of("jobs/services");
        try (var files = Files.walk(rule)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(each -> each.toString().contains("/metadata/"))
                    .toList()) {
                assertThat(schema.check(YamlDocument.read(file)))
                        .as(file.toString())
                        .isEmpty();
            }
        }
        assertThat(schema.check(YamlDocument.parse("x", "rule_id: aws.s3.bucket.x\ntitel: no\n")))
                .isNotEmpty();
    }

    private int run(String... arguments) {
        out = new StringWriter();
        PrintWriter writer = new PrintWriter(out, true);
        return new CommandLineApp(writer, writer).run(arguments);
    }
}
