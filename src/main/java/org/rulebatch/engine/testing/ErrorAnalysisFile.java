package org.rulebatch.engine.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.rulebatch.files.AtomicFile;
import org.rulebatch.files.Json;
import org.rulebatch.store.OutputFolder;
import tools.jackson.core.type.TypeReference;

/** {@code summary/error_analysis.json}: what the test results of all batches come to. */
public final class ErrorAnalysisFile {

    private static final TypeReference<TreeMap<String, ServiceTest>> RESULTS = new TypeReference<>() {};

    private ErrorAnalysisFile() {}

    /** Writes the file from the results that there are; takes it away if no batch was tested. */
    public static void write(OutputFolder output) throws IOException {
        Path file = output.summary().resolve("error_analysis.json");
        Map<String, ServiceTest> tests = new TreeMap<>();
        boolean tested = false;
        for (Path batch : output.batches()) {
            Path results = batch.resolve(OutputFolder.TEST_RESULTS);
            if (Files.exists(results)) {
                tested = true;
                tests.putAll(Json.COMPACT.readValue(results, RESULTS));
            }
        }
        if (tested) {
            Files.createDirectories(output.summary());
            AtomicFile.write(file, Json.document(content(tests)));
        } else {
            Files.deleteIfExists(file);
        }
    }

    private static Map<String, Object> content(Map<String, ServiceTest> tests) {
        List<Correction> corrections = tests.values().stream()
                .flatMap(test -> test.corrections().stream())
                .toList();
        Map<String, String> demoted = new TreeMap<>();
        tests.values().forEach(test -> demoted.putAll(test.demoted()));
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("causes", ErrorAnalysis.of(tests));
        content.put("corrections", corrections);
        content.put("demoted", demoted);
        return content;
    }
}
