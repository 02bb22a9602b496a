package org.rulebatch.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rulebatch.files.Json;
import org.rulebatch.ruleyaml.RuleYamlSchema;
import org.rulebatch.yaml.YamlDocument;
import tools.jackson.databind.JsonNode;

/** Ensures, of every YAML and JSON file that a run writes: no placeholder, no operation that is not a read, nothing lost. */
final class OutputIT {

    @Test
    void ofTheStarterRulesOnlyReadsAndHasNoPlaceholder() throws IOException {
        assertThat(problems(Runs.starter())).isEmpty();
    }

    @Test
    @Thorough
    void ofTheRealRulesOnlyReadsAndHasNoPlaceholder() throws IOException {
        assumeTrue(Runs.hasReal(), "../shared is not there");
        assertThat(problems(Runs.real(5))).isEmpty();
    }

    @Test
    @Thorough
    void ofTheRealRulesAccountsForAllOfThem() throws IOException {
        assumeTrue(Runs.hasReal(), "../shared is not there");
        JsonNode summary =
                json(Runs.real(5), "summary/orchestrator_final_report.json").path("summary");

        assertThat(summary.path("total_services").asInt()).isEqualTo(101);
        assertThat(summary.path("total_rules").asInt()).isEqualTo(1927);
        assertThat(sum(summary, "total_validated", "proposed", "manual_review", "invalid", "failed"))
                .isEqualTo(1927);
        assertThat(entries(Runs.real(5))).isEqualTo(1927);
    }

    @Test
    void ofTheStarterRulesAccountsForAllOfThem() throws IOException {
        JsonNode summary =
                json(Runs.starter(), "summary/orchestrator_final_report.json").path("summary");
        int total = summary.path("total_rules").asInt();

        assertThat(summary.path("total_services").asInt()).isGreaterThanOrEqualTo(25);
        assertThat(total).isGreaterThanOrEqualTo(120);
        assertThat(sum(summary, "total_validated", "proposed", "manual_review", "invalid", "failed"))
                .isEqualTo(total);
        assertThat(entries(Runs.starter())).isEqualTo(total);
    }

    @Test
    void hasTheSameRulesInBatchesAndSummary() throws IOException {
        Map<String, Path> files = Runs.files(Runs.starter());
        List<String> inBatches = new ArrayList<>();
        for (Map.Entry<String, Path> file : files.entrySet()) {
            if (file.getKey().matches("batch_\\d{3}/.*_generated\\.yaml")) {
                String name = file.getValue().getFileName().toString();
                inBatches.add(name);
                assertThat(file.getValue()).hasSameBinaryContentAs(files.get("summary/all_generated_yamls/" + name));
            }
        }
        assertThat(files.keySet().stream().filter(name -> name.startsWith("summary/all_generated_yamls/")))
                .hasSameSizeAs(inBatches);
    }

    private static List<String> problems(Path run) throws IOException {
        RuleYamlSchema schema = new RuleYamlSchema();
        OutputScan scan = new OutputScan();
        int rules = 0;
        for (Map.Entry<String, Path> file : Runs.files(run).entrySet()) {
            // Examples are made answers of AWS, whose names stand for those of an account.
            if (file.getKey().endsWith(".yaml") && !file.getKey().endsWith("_examples.yaml")) {
                YamlDocument document = YamlDocument.read(file.getValue());
                scan.rules(file.getKey(), document);
                schema.check(document).forEach(finding -> scan.add(file.getKey(), finding.toString()));
                rules++;
            } else if (file.getKey().matches(".*(_validated|_requirements)\\.json")) {
                scan.requirements(file.getKey(), Json.COMPACT.readTree(Files.readAllBytes(file.getValue())));
            }
        }
        assertThat(rules).isPositive();
        assertThat(scan.operations()).isPositive();
        return scan.problems();
    }

    private static int entries(Path run) throws IOException {
        int entries = 0;
        for (JsonNode service : json(run, "summary/all_validated_requirements.json")) {
            entries += service.size();
        }
        return entries;
    }

    private static int sum(JsonNode json, String... keys) {
        int sum = 0;
        for (String key : keys) {
            sum += json.path(key).asInt();
        }
        return sum;
    }

    private static JsonNode json(Path run, String file) throws IOException {
        return Json.COMPACT.readTree(
                Files.readAllBytes(run.resolve("orchestrator_output").resolve(file)));
    }
}
