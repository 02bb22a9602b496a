package org.rulebatch.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The places in an output folder. What people read stands openly; what a run needs to be restarted stands in the hidden
 * folder {@code .rule-batch}.
 */
public record OutputFolder(Path path) {

    /** In the folder of a batch: the services that it is about, one a line. */
    public static final String SERVICES = "services.txt";

    /** In the folder of a batch: how its rules ended. */
    public static final String REQUIREMENTS = "requirements_validated.json";

    /** In the folder of a batch: what a test of its rules came to. */
    public static final String TEST_RESULTS = "engine_test_results.json";

    /** In the summary: how all rules ended. */
    public static final String ALL_REQUIREMENTS = "all_validated_requirements.json";

    private static final String RULE_FILE = "_generated.yaml";
    private static final String PROPOSED_FILE = "_proposed.yaml";
    private static final String EXAMPLES_FILE = "_examples.yaml";
    private static final String BATCH_FOLDER = "batch_\\d{3,}";

    public Path hidden() {
        return path.resolve(".rule-batch");
    }

    public Path runMetadata() {
        return path.resolve("run_metadata.json");
    }

    /** The folder of a batch, {@code batch_001}; {@code number} counts from 1. */
    public Path batch(int number) {
        return path.resolve(batchName(number));
    }

    public static String batchName(int number) {
        return String.format("batch_%03d", number);
    }

    public Path summary() {
        return path.resolve("summary");
    }

    /** How all rules ended, {@code summary/all_validated_requirements.json}. */
    public Path allRequirements() {
        return summary().resolve(ALL_REQUIREMENTS);
    }

    /** The rule files of all services. */
    public Path allRuleFiles() {
        return summary().resolve("all_generated_yamls");
    }

    /** The checks of all services that a person has to confirm; there only where a run has some. */
    public Path allProposedFiles() {
        return summary().resolve("all_proposed_yamls");
    }

    public Path finalReport() {
        return summary().resolve("orchestrator_final_report.json");
    }

    /** What the tests of all batches came to; there only where rules were tested. */
    public Path errorAnalysis() {
        return summary().resolve("error_analysis.json");
    }

    /** The controls of frameworks with their rules; there only where rules name controls. */
    public Path controls() {
        return summary().resolve("controls.csv");
    }

    /** The page of the run. */
    public Path page() {
        return summary().resolve("report.html");
    }

    /** The name of a service's rule file, {@code s3_generated.yaml}. */
    public static String ruleFile(String service) {
        return service + RULE_FILE;
    }

    /** The name of the file of a service's checks that a person has to confirm, {@code s3_proposed.yaml}. */
    public static String proposedFile(String service) {
        return service + PROPOSED_FILE;
    }

    /** The service that a rule file of that name is about; empty if it is not such a name. */
    public static Optional<String> serviceOf(String ruleFile) {
        return before(RULE_FILE, ruleFile);
    }

    /** The service that a file of proposed checks of that name is about; empty if it is not such a name. */
    public static Optional<String> serviceOfProposed(String file) {
        return before(PROPOSED_FILE, file);
    }

    /** The name of the file of a service's examples, {@code s3_examples.yaml}. */
    public static String examplesFile(String service) {
        return service + EXAMPLES_FILE;
    }

    /** The service that a file of examples of that name is about; empty if it is not such a name. */
    public static Optional<String> serviceOfExamples(String file) {
        return before(EXAMPLES_FILE, file);
    }

    private static Optional<String> before(String ending, String name) {
        return name.endsWith(ending)
                ? Optional.of(name.substring(0, name.length() - ending.length()))
                : Optional.empty();
    }

    public RunFolder run(String runId) {
        return new RunFolder(runs().resolve(runId));
    }

    public Path runs() {
        return hidden().resolve("runs");
    }

    /** The batch folders that exist, sorted. */
    public List<Path> batches() throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(path)) {
            return children.filter(child -> child.getFileName().toString().matches(BATCH_FOLDER))
                    .filter(Files::isDirectory)
                    .sorted()
                    .toList();
        }
    }
}
