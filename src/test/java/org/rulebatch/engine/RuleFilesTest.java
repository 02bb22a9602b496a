package org.rulebatch.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rulebatch.ruleyaml.RuleDocument;

/** Ensures that rule files are found where a run and where deployRules put them. */
final class RuleFilesTest {

    private static final String RULES =
            """
            version: '1.0'
            provider: aws
            service: %s
            discovery:
            - discovery_id: aws.kms.list_keys
              calls:
              - {action: list_keys, save_as: list_keys_response, on_error: continue}
              emit:
                items_for: '{{ list_keys_response.Keys }}'
                as: resource
                item: {KeyId: '{{ resource.KeyId }}'}
            checks:
            - rule_id: aws.kms.key.named
              title: Keys have an id
              severity: low
              for_each: aws.kms.list_keys
              conditions: {var: item.KeyId, op: exists}
            """;

    @TempDir
    private Path folder;

    @Test
    void aDeployedFolderIsRead() throws IOException {
        write("s3/rules/s3.yaml", "s3");
        write("s3/rules/other.yaml", "kms");
        write("kms/kms.yaml", "kms");

        assertThat(RuleFiles.read(folder)).extracting(RuleDocument::service).containsExactly("s3");
    }

    @Test
    void whatARunWroteIsRead() throws IOException {
        write("all/s3_generated.yaml", "s3");
        write("all/kms_generated.yaml", "kms");

        assertThat(RuleFiles.read(folder)).extracting(RuleDocument::service).containsExactly("kms", "s3");
    }

    @Test
    void ofARunsOutputEachCheckIsReadOnce() throws IOException {
        write("out/batch_001/s3_generated.yaml", "s3");
        write("out/summary/all_generated_yamls/s3_generated.yaml", "s3");
        write("out/archive/run-1/batch_001/s3_generated.yaml", "s3");

        assertThat(RuleFiles.read(folder.resolve("out"))).hasSize(1);
        assertThat(RuleFiles.read(folder.resolve("out/summary"))).hasSize(1);
        assertThat(RuleFiles.read(folder.resolve("out/archive/run-1"))).hasSize(1);
    }

    @Test
    void proposedChecksAreReadOnlyWhenAskedFor() throws IOException {
        write("run/s3_generated.yaml", "s3");
        write("run/kms_proposed.yaml", "kms");

        assertThat(RuleFiles.read(folder)).extracting(RuleDocument::service).containsExactly("s3");
        assertThat(RuleFiles.readProposed(folder))
                .extracting(RuleDocument::service)
                .containsExactly("kms");
    }

    private void write(String name, String service) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, RULES.formatted(service));
    }
}
