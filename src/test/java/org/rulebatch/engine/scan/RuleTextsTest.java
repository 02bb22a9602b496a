package org.rulebatch.engine.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ensures that a scan of deployed rules finds what people wrote about them. */
final class RuleTextsTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void deploy() throws IOException {
        write("s3/rules/s3.yaml", "checks: []\n");
        write(
                "s3/metadata/aws.s3.bucket.public.yaml",
                """
                rule_id: aws.s3.bucket.public
                remediation: |
                  Block public access.
                compliance: [cis_aws_3.0_2.1.4]
                """);
        write("s3/metadata/broken.yaml", "rule_id: [\n");
    }

    @Test
    void metadataStandsBesideDeployedRules() throws IOException {
        for (Path rules : List.of(folder, folder.resolve("s3"), folder.resolve("s3/rules/s3.yaml"))) {
            RuleTexts texts = RuleTexts.beside(rules);

            assertThat(texts.remediation("aws.s3.bucket.public")).isEqualTo("Block public access.");
            assertThat(texts.frameworks("aws.s3.bucket.public")).containsExactly("cis_aws_3.0_2.1.4");
        }
    }

    @Test
    void aRunsOwnFilesHaveNone() throws IOException {
        write("run/s3_generated.yaml", "checks: []\n");

        assertThat(RuleTexts.beside(folder.resolve("run"))).isEqualTo(RuleTexts.NONE);
        assertThat(RuleTexts.beside(folder.resolve("run/s3_generated.yaml"))).isEqualTo(RuleTexts.NONE);
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
