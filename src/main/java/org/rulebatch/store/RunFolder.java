package org.rulebatch.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * The places in the hidden folder of one run.
 *
 * @param path ends in the run's id
 */
public record RunFolder(Path path) {

    public String runId() {
        return path.getFileName().toString();
    }

    public Path manifest() {
        return path.resolve("manifest.json");
    }

    /** The rules of a service as they were when the run began. */
    public Path rules(String service) {
        return path.resolve(rulesName(service));
    }

    /** The name of {@link #rules} within this folder. */
    public static String rulesName(String service) {
        return "rules/" + service + ".jsonl";
    }

    /** How the rules of a service ended. */
    public Path record(String service) {
        return path.resolve(recordName(service));
    }

    /** The name of {@link #record} within this folder. */
    public static String recordName(String service) {
        return "records/" + service + ".json";
    }

    /** Makes the folders that are missing. */
    public void create() throws IOException {
        Files.createDirectories(path.resolve("rules"));
        Files.createDirectories(path.resolve("records"));
    }

    /** Whether the rules of any service have been worked on. */
    public boolean hasRecords() throws IOException {
        if (!Files.isDirectory(path.resolve("records"))) {
            return false;
        }
        try (Stream<Path> records = Files.list(path.resolve("records"))) {
            return records.findAny().isPresent();
        }
    }

    /** Removes the folder with all it holds. */
    public void delete() throws IOException {
        if (!Files.isDirectory(path)) {
            return;
        }
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
