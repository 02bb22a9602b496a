package org.rulebatch.engine.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.rulebatch.files.AtomicFile;
import org.rulebatch.files.Json;
import org.rulebatch.report.entry.Correction;
import org.rulebatch.report.entry.ErrorAnalysis;
import org.rulebatch.report.entry.ServiceTest;
import org.rulebatch.report.entry.TestResults;
import org.rulebatch.store.OutputFolder;
import tools.jackson.core.type.TypeReference;

/** {@code summary/error_analysis.json}: what the test results of all batches come to. */
public final class ErrorAnalysisFile {

    private static final TypeReference<TreeMap<String, ServiceTest>> RESULTS = new TypeReference<>() {};

    private ErrorAnalysisFile() {}

    /**
     * Writes the file from the results that there are; takes it away if no batch was tested.
     *
     * @return what was tested and what the file says; empty if no batch was tested
     */
    public static Optional<TestResults> write(OutputFolder output) throws IOException {
        TreeMap<String, ServiceTest> tests = new TreeMap<>();
        boolean tested = false;
        for (Path batch : output.batches()) {
            Path results = batch.resolve(OutputFolder.TEST_RESULTS);
            if (Files.exists(results)) {
                tested = true;
                tests.putAll(Json.COMPACT.readValue(results, RESULTS));
            }
        }
        if (!tested) {
            Files.deleteIfExists(output.errorAnalysis());
            return Optional.empty();
        }
        ErrorAnalysis analysis = analysis(tests);
        Files.createDirectories(output.summary());
        AtomicFile.write(output.errorAnalysis(), Json.document(analysis));
        return Optional.of(new TestResults(tests, analysis));
    }

    private static ErrorAnalysis analysis(Map<String, ServiceTest> tests) {
        List<Correction> corrections = tests.values().stream()
                .flatMap(test -> test.corrections().stream())
                .toList();
        Map<String, String> demoted = new TreeMap<>();
        tests.values().forEach(test -> demoted.putAll(test.demoted()));
        return new ErrorAnalysis(ErrorCauses.of(tests), corrections, demoted);
    }
}
