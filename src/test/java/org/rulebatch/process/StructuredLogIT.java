package org.rulebatch.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rulebatch.files.Json;
import tools.jackson.databind.JsonNode;

/** Ensures that a log collector can read every line, and knows what each is about. */
final class StructuredLogIT {

    static final String ECS = "--logging.structured.format.console=ecs";

    @TempDir
    private Path folder;

    @Test
    void everyLineIsJsonWithRunBatchServiceAndRule() {
        Ended ended = Program.run(
                folder,
                List.of("-Dlogging.level.org.rulebatch.pipeline=debug"),
                "--job=generateRules",
                "--jobs-dir=" + BatchJar.jobs(),
                "--services=kms",
                ECS);

        ended.with(0);
        assertThat(ended.err()).isEmpty();
        List<JsonNode> lines = ended.out().lines().map(Json.COMPACT::readTree).toList();
        assertThat(lines).allSatisfy(line -> {
            assertThat(line.path("@timestamp").asString("")).isNotEmpty();
            assertThat(line.path("message").asString("")).isNotEmpty();
            assertThat(line.path("log").path("level").asString("")).isNotEmpty();
        });
        JsonNode rule = line(lines, "ends as Automated");
        assertThat(rule.path("rulebatch").path("run").asString("")).matches("\\d{8}_\\d{6}");
        assertThat(rule.path("rulebatch").path("batch").asString("")).isEqualTo("1");
        assertThat(rule.path("rulebatch").path("service").asString("")).isEqualTo("kms");
        assertThat(rule.path("rulebatch").path("rule").asString("")).startsWith("aws.kms.");
        assertThat(line(lines, "decided 4 rules of kms")
                        .path("rulebatch")
                        .path("service")
                        .asString(""))
                .isEqualTo("kms");
        assertThat(line(lines, "batch 1/1 done: kms")
                        .path("rulebatch")
                        .path("batch")
                        .asString(""))
                .isEqualTo("1");
        assertThat(line(lines, "is complete: 4 rules").path("log").path("level").asString(""))
                .isEqualTo("INFO");
    }

    @Test
    void whatIsWrongIsJsonToo() {
        Ended ended = Program.run(folder, List.of(), "--job=generateRules", "--rules-dir=nowhere", ECS);

        ended.with(2);
        List<JsonNode> lines = ended.out().lines().map(Json.COMPACT::readTree).toList();
        JsonNode line = lines.get(lines.size() - 1);
        assertThat(line.path("log").path("level").asString("")).isEqualTo("ERROR");
        assertThat(line.path("message").asString("")).contains("nowhere");
    }

    @Test
    void aCollectorThatIsNotThereIsOneLineOfText() {
        Ended ended = Program.run(
                folder,
                "--job=generateRules",
                "--jobs-dir=" + BatchJar.jobs(),
                "--services=kms",
                "--otlp.endpoint=http://127.0.0.1:1");

        ended.with(0).saying("1 service in");
        assertThat(ended.err().lines())
                .singleElement()
                .asString()
                .startsWith("WARN What the run measures cannot be sent to --otlp.endpoint; it goes on without.");
    }

    private static JsonNode line(List<JsonNode> lines, String message) {
        return lines.stream()
                .filter(each -> each.path("message").asString("").contains(message))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no line says " + message + ": " + lines));
    }
}
