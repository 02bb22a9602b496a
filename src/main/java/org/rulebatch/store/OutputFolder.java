package org.rulebatch.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The places in an output folder. What people read stands openly; what a run needs to be restarted stands in the hidden
 * folder {@code .rule-batch}.
 */
public record OutputFolder(Path path) {

    /** In the folder of a batch: what a test of its rules came to. */
    public static final String TEST_RESULTS = "engine_test_results.json";

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
