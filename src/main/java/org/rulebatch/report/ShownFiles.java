package org.rulebatch.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.rulebatch.files.AtomicFile;
import org.rulebatch.files.BoundedFile;
import org.rulebatch.files.Json;
import org.rulebatch.store.BatchPlan;
import org.rulebatch.store.Manifest;
import org.rulebatch.store.OutputFolder;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;

/**
 * What the run that an output folder shows may have written there, so that the next run removes this and nothing else.
 *
 * @param batches services by number of the batch
 */
record ShownFiles(Map<Integer, List<String>> batches) {

    private static final int MOST_BYTES = 16 << 20;
    private static final TypeReference<TreeMap<Integer, List<String>>> BATCHES = new TypeReference<>() {};

    static ShownFiles of(Manifest manifest) {
        Map<Integer, List<String>> batches = new TreeMap<>();
        for (BatchPlan plan : manifest.batches()) {
            batches.put(plan.number(), plan.serviceNames());
        }
        return new ShownFiles(batches);
    }

    /** What the list in the folder says; nothing where there is none, or it cannot be read: then nothing is removed. */
    static ShownFiles read(OutputFolder output) throws IOException {
        Map<Integer, List<String>> batches = new TreeMap<>();
        if (Files.isRegularFile(list(output))) {
            try {
                return new ShownFiles(Json.COMPACT.readValue(BoundedFile.bytes(list(output), MOST_BYTES), BATCHES));
            } catch (JacksonException e) {
                return new ShownFiles(Map.of());
            }
        }
        return new ShownFiles(batches);
    }

    void write(OutputFolder output) throws IOException {
        AtomicFile.writeDurably(list(output), Json.document(batches));
    }

    /** The services of all batches. */
    List<String> services() {
        return batches.values().stream().flatMap(List::stream).toList();
    }

    /** The services of a batch. */
    List<String> services(int batch) {
        return batches.getOrDefault(batch, List.of());
    }

    private static Path list(OutputFolder output) {
        return output.hidden().resolve("shown-files.json");
    }
}
