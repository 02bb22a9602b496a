package org.rulebatch.engine.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.rulebatch.engine.RuleFiles;
import org.rulebatch.files.AtomicFile;
import org.rulebatch.files.Json;
import org.rulebatch.ruleyaml.RuleYamlWriter;
import tools.jackson.databind.JsonNode;

/** Tests the rule files of one batch folder and writes {@code engine_test_results.json} into it. */
public final class TestedBatch {

    private static final String RESULTS = "engine_test_results.json";
    private static final String REQUIREMENTS = "requirements_validated.json";

    private final Path folder;

    public TestedBatch(Path folder) {
        this.folder = folder;
    }

    /**
     * Tests the batch. Rules that cannot run are taken out of their file and become {@code manual_review} in
     * {@code requirements_validated.json}; corrections are recorded there in the rules' provenance.
     *
     * @return the outcomes by service
     * @throws IOException if a file cannot be read or written
     */
    public Map<String, TestOutcome> test(RuleTester tester) throws IOException {
        Map<String, TestOutcome> outcomes = new TreeMap<>();
        List<TestOutcome> all = tester.test(RuleFiles.read(folder));
        all.forEach(outcome -> outcomes.put(outcome.document().service(), outcome));
        for (TestOutcome outcome : all) {
            if (outcome.isChanged()) {
                rewrite(outcome);
            }
        }
        record(outcomes);
        Map<String, ServiceTest> results = new TreeMap<>();
        outcomes.forEach((service, outcome) -> results.put(service, outcome.test()));
        AtomicFile.write(folder.resolve(RESULTS), Json.document(results));
        return outcomes;
    }

    private void rewrite(TestOutcome outcome) throws IOException {
        Path file = folder.resolve(outcome.document().service() + "_generated.yaml");
        if (outcome.document().checks().isEmpty()) {
            Files.deleteIfExists(file);
        } else {
            AtomicFile.write(file, RuleYamlWriter.write(outcome.document()));
        }
    }

    private void record(Map<String, TestOutcome> outcomes) throws IOException {
        Path file = folder.resolve(REQUIREMENTS);
        if (outcomes.values().stream().noneMatch(TestOutcome::isChanged) || !Files.exists(file)) {
            return;
        }
        JsonNode requirements = Json.COMPACT.readTree(Files.readAllBytes(file));
        outcomes.forEach((service, outcome) -> RequirementEdit.apply(requirements.path(service), outcome));
        AtomicFile.write(file, Json.document(requirements));
    }
}
