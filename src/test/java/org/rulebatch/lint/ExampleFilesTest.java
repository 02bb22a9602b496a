package org.rulebatch.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.language.Language;
import org.rulebatch.prove.Examples;

/** Ensures that {@code validate} holds rule files against the examples that are checked with them. */
final class ExampleFilesTest {

    private static final Catalog CATALOG = Catalog.bundled();

    @TempDir
    private Path folder;

    private final FileLint lint =
            new FileLint(CATALOG, new JobFileLint(Map.of()), new Examples(CATALOG, () -> Language.of(CATALOG))::check);

    @BeforeEach
    void aRuleFile() throws IOException {
        Files.writeString(
                folder.resolve("ec2_generated.yaml"),
                """
                version: '2.0'
                provider: aws
                service: ec2
                discovery:
                - discovery_id: aws.ec2.describe_vpcs
                  calls: [{action: describe_vpcs, save_as: describe_vpcs_response, on_error: continue}]
                  emit:
                    items_for: '{{ describe_vpcs_response.Vpcs }}'
                    as: resource
                    item: {VpcId: '{{ resource.VpcId }}', IsDefault: '{{ resource.IsDefault }}'}
                checks:
                - {rule_id: aws.ec2.vpc.not_default, title: t, severity: low, for_each: aws.ec2.describe_vpcs, complies: '!item.IsDefault'}
                """);
    }

    private Path examples(String rule, String verdict) throws IOException {
        return Files.writeString(
                folder.resolve("ec2_examples.yaml"),
                """
                rules:
                  %s:
                  - verdict: %s
                    answers:
                      ec2.describe_vpcs: {Vpcs: [{VpcId: vpc-0a1b2c3d, IsDefault: true}]}
                """
                        .formatted(rule, verdict));
    }

    @Test
    void whatHoldsIsNoFinding() throws IOException {
        examples("aws.ec2.vpc.not_default", "FAIL");

        assertThat(lint.check(List.of(folder)).findings()).isEmpty();
    }

    @Test
    void whatDoesNotHoldIsAnErrorAtTheExamplesLine() throws IOException {
        Path file = examples("aws.ec2.vpc.not_default", "PASS");

        CheckedFiles checked = lint.check(List.of(folder));

        assertThat(checked.isClean()).isFalse();
        assertThat(checked.findings()).singleElement().satisfies(found -> {
            assertThat(found.finding().id()).isEqualTo("example.other_verdict");
            assertThat(found.finding().place()).isEqualTo(file + ":3");
        });
    }

    @Test
    void anExampleWhoseRuleHasNoCheckIsANote() throws IOException {
        examples("aws.ec2.vpc.not_defalt", "PASS");

        CheckedFiles checked = lint.check(List.of(folder));

        assertThat(checked.isClean()).isTrue();
        assertThat(checked.findings())
                .singleElement()
                .satisfies(found -> assertThat(found.finding().id()).isEqualTo("example.no_check"));
    }

    @Test
    void aFileOfAnotherFormIsAnError() throws IOException {
        examples("aws.ec2.vpc.not_default", "MAYBE");

        assertThat(lint.check(List.of(folder)).findings())
                .extracting(found -> found.finding().id())
                .containsOnly("yaml.schema");
    }
}
