package org.rulebatch.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.language.Language;
import org.rulebatch.prove.Examples;
import org.rulebatch.ruleyaml.RuleDocument;
import org.rulebatch.ruleyaml.RuleYamlReader;
import org.rulebatch.yaml.YamlDocument;

/** Ensures that the linter says all that a scan, or a run, would refuse. */
final class AgreementTest {

    private static final Catalog CATALOG = Catalog.bundled();
    private static final Path FAULTS = Path.of("src/test/resources/lint/faulty_generated.yaml");

    @TempDir
    private Path folder;

    private final FileLint lint =
            new FileLint(CATALOG, new JobFileLint(Map.of()), new Examples(CATALOG, () -> Language.of(CATALOG))::check);

    @Test
    void whatKeepsAScanFromAVerdictIsAnErrorOfTheFile() throws IOException {
        RuleDocument document = new RuleYamlReader().read(YamlDocument.read(FAULTS));
        Faults faults = new Faults(document, CATALOG);
        Set<String> ofScan = document.checks().stream()
                .flatMap(check -> faults.of(check).stream())
                .map(Fault::message)
                .collect(Collectors.toSet());

        CheckedFiles checked = lint.check(List.of(FAULTS));

        assertThat(ofScan).isNotEmpty();
        assertThat(checked.isClean()).isFalse();
        assertThat(checked.findings())
                .extracting(each -> each.finding().message())
                .containsAll(ofScan);
        assertThat(checked.findings()).extracting(FileFinding::line).allMatch(line -> line > 1);
    }

    @Test
    void anExpressionsFaultStandsAtItsLine() throws IOException {
        // given
        Path file = folder.resolve("kms_generated.yaml");
        Files.writeString(
                file,
                """
                version: '2.0'
                provider: aws
                service: kms
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
                  where: item.KeyIdd == "x"
                  complies: item.KeyIdd != ""
                """);

        // when
        CheckedFiles checked = lint.check(List.of(file));

        // then
        assertThat(checked.findings()).extracting(FileFinding::line).containsExactly(17, 18);
        assertThat(checked.findings())
                .extracting(each -> each.finding().message())
                .allSatisfy(message -> assertThat(message).contains("Did you mean 'KeyId'?"));
    }

    @Test
    void knowledgeThatARunRefusesIsRefusedByTheLinter() throws IOException {
        Path own = Files.createDirectories(folder.resolve("knowledge")).resolve("own.yaml");
        Files.copy(Path.of("src/test/resources/knowledge-check/wrong.yaml"), own);

        CheckedFiles checked = lint.check(List.of(folder));

        assertThat(checked.isClean()).isFalse();
        assertThat(checked.findings()).extracting(FileFinding::file).containsOnly(own.toString());
    }
}
