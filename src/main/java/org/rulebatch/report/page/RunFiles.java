package org.rulebatch.report.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.rulebatch.files.Json;
import org.rulebatch.store.OutputFolder;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** The files of a run that the page is made of; one that is not there is empty. */
public final class RunFiles {

    /** Is told each rule, in the order of the file. */
    @FunctionalInterface
    public interface RuleVisitor {
        void rule(String service, JsonNode rule) throws IOException;
    }

    private final OutputFolder output;

    public RunFiles(OutputFolder output) {
        this.output = output;
    }

    /** The run's state. */
    public JsonNode metadata() throws IOException {
        return tree(output.runMetadata());
    }

    JsonNode finalReport() throws IOException {
        return tree(output.summary().resolve("orchestrator_final_report.json"));
    }

    JsonNode errorAnalysis() throws IOException {
        return tree(output.summary().resolve("error_analysis.json"));
    }

    /** The engine's results by service, of all batches. */
    Map<String, JsonNode> tests() throws IOException {
        Map<String, JsonNode> tests = new TreeMap<>();
        for (Path batch : output.batches()) {
            for (Map.Entry<String, JsonNode> service :
                    tree(batch.resolve("engine_test_results.json")).properties()) {
                tests.put(service.getKey(), service.getValue());
            }
        }
        return tests;
    }

    /** Reads all rules; one is in memory at a time. */
    public void rules(RuleVisitor visitor) throws IOException {
        Path file = output.summary().resolve("all_validated_requirements.json");
        if (!Files.exists(file)) {
            return;
        }
        try (JsonParser json = Json.COMPACT.createParser(file)) {
            json.nextToken();
            for (String service = json.nextName(); service != null; service = json.nextName()) {
                json.nextToken();
                while (json.nextToken() == JsonToken.START_OBJECT) {
                    visitor.rule(service, json.readValueAsTree());
                }
            }
        }
    }

    /** A service's rule file; empty where no rule of it is automated. */
    String yaml(String service) throws IOException {
        Path file = output.summary().resolve("all_generated_yamls").resolve(service + "_generated.yaml");
        return Files.exists(file) ? Files.readString(file) : "";
    }

    private static JsonNode tree(Path file) throws IOException {
        return Files.exists(file) ? Json.COMPACT.readTree(Files.readAllBytes(file)) : MissingNode.getInstance();
    }
}
