package org.rulebatch.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rulebatch.files.Json;
import tools.jackson.databind.JsonNode;

/**
 * Ensures that every command of the guide of the tool whose place this takes answers on a real run's output as the guide says.
 * {@code .ci/run} asks for all tools, so that nothing is skipped there.
 */
final class GuideIT {

    private static final Path GUIDE = Path.of("../shared/spec/orchestrator-guide.md");

    /** Those that start the other tool or its scanner; ours are {@code --job=generateRules} and {@code scan}. */
    private static final String OTHER_TOOL = "(?s)export OPENAI_API_KEY.*|cd Agent-rulesid-rule-yaml|python3 .*";

    private static final String STATUS = "cat orchestrator_output/run_metadata.json";
    private static final String LIST = "ls orchestrator_output/batch_*/";
    private static final String SERVICES = "cat orchestrator_output/batch_005/services.txt";
    private static final String REQUIREMENTS = "cat orchestrator_output/batch_005/requirements_validated.json | jq";
    private static final String SUMMARY =
            "cat orchestrator_output/summary/orchestrator_final_report.json | jq '.summary'";
    private static final String ALL = "cat orchestrator_output/summary/all_validated_requirements.json | jq";
    private static final String RULE_FILES = "ls orchestrator_output/summary/all_generated_yamls/";
    private static final String CLEAN_UP = "mv orchestrator_output/batch_* orchestrator_output/archive/";
    private static final String IS_COMPLETE = "ls orchestrator_output/batch_005/requirements_validated.json";
    private static final String BATCH = "cat orchestrator_output/summary/orchestrator_final_report.json"
            + " | jq '.batches[] | select(.batch_number==5)'";
    private static final String DEPLOY =
            """
            for yaml in orchestrator_output/summary/all_generated_yamls/*.yaml; do
              service=$(basename $yaml _generated.yaml)
              cp $yaml ../services/$service/rules/$service.yaml
            done""";
    private static final String TEST =
            """
            for service in orchestrator_output/summary/all_generated_yamls/*.yaml; do
              service_name=$(basename $service _generated.yaml)
              python3 ../engine/main_scanner.py --service $service_name --region us-east-1
            done""";

    private static final List<String> COMMANDS = List.of(
            STATUS, LIST, SERVICES, REQUIREMENTS, SUMMARY, ALL, RULE_FILES, CLEAN_UP, IS_COMPLETE, BATCH, DEPLOY, TEST);

    @TempDir
    private Path folder;

    @BeforeEach
    void requireTools() {
        boolean there = Program.isInstalled("jq");
        if (System.getenv("RULE_BATCH_ALL_TESTS") != null) {
            assertThat(there).as("jq is missing; .ci/run installs it").isTrue();
        }
        assumeTrue(there, "jq is missing; install it to run this test");
    }

    @Test
    void coversEveryCommandOfTheGuide() throws IOException {
        assumeTrue(Files.exists(GUIDE), "../shared is not there");
        List<String> others = new ArrayList<>();
        boolean shell = false;
        for (String line : Files.readAllLines(GUIDE)) {
            if (line.startsWith("```")) {
                shell = line.equals("```bash");
            } else if (line.startsWith("{")) {
                shell = false; // what the command before it shows
            } else if (shell && !line.isBlank() && !line.startsWith("#")) {
                boolean known =
                        COMMANDS.stream().anyMatch(command -> command.lines().anyMatch(line::equals));
                if (!known && !line.matches(OTHER_TOOL)) {
                    others.add(line);
                }
            }
        }
        assertThat(others).isEmpty();
    }

    @Test
    void status() throws IOException {
        JsonNode json = Json.COMPACT.readTree(answer(STATUS));

        int batches = json.path("total_batches").asInt();
        assertThat(batches).isGreaterThan(5);
        assertThat(json.path("run_id").asString()).matches("\\d{8}_\\d{6}");
        assertThat(json.path("status").asString()).isEqualTo("complete");
        assertThat(json.path("current_batch").asInt()).isBetween(1, batches);
        assertThat(json.path("completed_batches").asInt()).isEqualTo(batches);
        assertThat(json.path("progress").asString()).isEqualTo(batches + "/" + batches);
    }

    @Test
    void batchResults() throws IOException {
        String listed = answer(LIST);
        List<String> services = answer(SERVICES).lines().toList();
        JsonNode requirements = Json.COMPACT.readTree(answer(REQUIREMENTS));

        assertThat(listed)
                .contains("orchestrator_output/batch_001/:", "orchestrator_output/batch_005/:")
                .contains("services.txt", "requirements_validated.json", services.get(0) + "_generated.yaml");
        assertThat(services).hasSize(5).isSorted();
        assertThat(requirements.propertyNames()).containsExactlyElementsOf(services);
        JsonNode rule = requirements.path(services.get(0)).path(0);
        assertThat(rule.path("rule_id").asString()).startsWith("aws." + services.get(0) + ".");
        assertThat(rule.propertyNames()).contains("validated_function", "field_validation", "all_fields_valid");
        assertThat(answer(IS_COMPLETE)).isEqualTo("orchestrator_output/batch_005/requirements_validated.json\n");
    }

    @Test
    void summary() throws IOException {
        JsonNode summary = Json.COMPACT.readTree(answer(SUMMARY));
        JsonNode all = Json.COMPACT.readTree(answer(ALL));
        List<String> files = answer(RULE_FILES).lines().toList();

        int total = summary.path("total_rules").asInt();
        int validated = summary.path("total_validated").asInt();
        assertThat(all.size()).isEqualTo(summary.path("total_services").asInt());
        assertThat(all.valueStream().mapToInt(JsonNode::size).sum()).isEqualTo(total);
        assertThat(all.valueStream().flatMap(JsonNode::valueStream).filter(rule -> rule.path("all_fields_valid")
                        .asBoolean()))
                .hasSize(validated);
        assertThat(summary.path("validation_rate").asString())
                .isEqualTo(String.format(Locale.ROOT, "%.1f%%", 100.0 * validated / total));
        assertThat(summary.path("successful_batches").asInt()).isEqualTo((all.size() + 4) / 5);
        assertThat(summary.path("failed_batches").asInt()).isZero();
        assertThat(files).isNotEmpty().allMatch(file -> file.matches("[a-z0-9-]+_generated\\.yaml"));
    }

    @Test
    void aBatchOfTheReport() throws IOException {
        JsonNode batch = Json.COMPACT.readTree(answer(BATCH));

        assertThat(batch.path("batch_number").asInt()).isEqualTo(5);
        assertThat(batch.path("batch_dir").asString()).isEqualTo("batch_005");
        assertThat(batch.path("services").valueStream().map(JsonNode::asString))
                .containsExactlyElementsOf(answer(SERVICES).lines().toList());
        assertThat(batch.path("status").asString()).isEqualTo("success");
        assertThat(batch.path("error").isNull()).isTrue();
        assertThat(batch.path("stats").propertyNames()).contains("total_rules", "validated_rules");
    }

    @Test
    void cleanUp() throws IOException {
        // given
        bash(folder, "cp -r " + Runs.starter() + "/orchestrator_output . && mkdir orchestrator_output/archive");

        // when
        bash(folder, CLEAN_UP);

        // then
        assertThat(folder.resolve("orchestrator_output/archive/batch_005/services.txt"))
                .exists();
        assertThat(bash(folder, SUMMARY)).isEqualTo(answer(SUMMARY));
        Ended status = Program.run(folder, "status", "last");
        status.with(0);
    }

    @Test
    void deployment() throws IOException {
        // given
        Path tool = Files.createDirectories(folder.resolve("tool"));
        bash(tool, "cp -r " + Runs.starter() + "/orchestrator_output .");
        bash(
                tool,
                "for f in $(ls orchestrator_output/summary/all_generated_yamls/); do"
                        + " mkdir -p ../services/${f%_generated.yaml}/rules; done");

        // when
        bash(tool, DEPLOY);

        // then
        for (String file : answer(RULE_FILES).lines().toList()) {
            String service = file.replace("_generated.yaml", "");
            assertThat(folder.resolve("services/" + service + "/rules/" + service + ".yaml"))
                    .hasSameBinaryContentAs(
                            Runs.starter().resolve("orchestrator_output/summary/all_generated_yamls/" + file));
        }
    }

    @Test
    void theScannersLoopNamesTheServices() throws IOException {
        // given
        String loop = TEST.replace("python3 ../engine/main_scanner.py", "echo");

        // then
        List<String> lines = answer(loop).lines().toList();
        assertThat(lines)
                .contains("--service s3 --region us-east-1")
                .hasSameSizeAs(answer(RULE_FILES).lines().toList());
    }

    private String answer(String command) {
        return bash(Runs.starter(), command);
    }

    private static String bash(Path folder, String command) {
        Ended ended = Program.bash(folder, command);
        assertThat(ended.code()).as(command + "\n" + ended.err()).isZero();
        assertThat(ended.err()).isEmpty();
        return ended.out();
    }
}
