package org.rulebatch.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.rulebatch.ruleyaml.RuleDocument;
import org.rulebatch.ruleyaml.RuleYamlReader;

/** Finds and reads the rule files that a run is about. */
public final class RuleFiles {

    private static final String PROPOSED = "_proposed.yaml";
    private static final String GENERATED = "_generated.yaml";
    private static final String SUMMARY = "summary";
    private static final String ARCHIVE = "archive";
    private static final String BATCH = "batch_\\d{3,}";

    private RuleFiles() {}

    /**
     * The files in the order of their names, each check once: of a run's output the files of its batches, or those of its summary
     * where the batches are archived.
     *
     * @param place a rule file, or a folder that is searched for {@code <service>_generated.yaml}, as a run writes it, and for
     *     {@code <service>/rules/<service>.yaml}, as deployRules leaves it
     * @throws IOException if the place cannot be read
     * @throws org.rulebatch.ruleyaml.RuleYamlException if a file does not hold against the schema
     * @throws org.rulebatch.yaml.YamlException if a file is not YAML
     */
    public static List<RuleDocument> read(Path place) throws IOException {
        return read(place, file -> file.getFileName().toString().endsWith(GENERATED) || isDeployed(file));
    }

    /**
     * As {@link #read(Path)}, but a folder is searched for {@code <service>_proposed.yaml}: the checks that nobody has confirmed.
     */
    public static List<RuleDocument> readProposed(Path place) throws IOException {
        return read(place, file -> file.getFileName().toString().endsWith(PROPOSED));
    }

    private static List<RuleDocument> read(Path place, Predicate<Path> wanted) throws IOException {
        RuleYamlReader reader = new RuleYamlReader();
        List<RuleDocument> documents = new ArrayList<>();
        for (Path file : paths(place, wanted)) {
            documents.add(reader.read(file));
        }
        return documents;
    }

    private static boolean isDeployed(Path file) {
        Path rules = file.getParent();
        Path service = rules == null || !rules.endsWith("rules") ? null : rules.getParent();
        return service != null && file.endsWith(service.getFileName() + ".yaml");
    }

    private static List<Path> paths(Path place, Predicate<Path> wanted) throws IOException {
        if (!Files.isDirectory(place)) {
            return List.of(place);
        }
        try (Stream<Path> files = Files.walk(place)) {
            List<Path> all = files.filter(wanted).sorted().toList();
            return all.stream()
                    .filter(file -> !isArchived(place.relativize(file)) && !isCopy(file, all))
                    .toList();
        }
    }

    /** Whether it belongs to an earlier run than the one that an output folder shows. */
    private static boolean isArchived(Path file) {
        return StreamSupport.stream(file.spliterator(), false).anyMatch(name -> name.endsWith(ARCHIVE));
    }

    /** A run's summary holds the files of its batches once more. */
    private static boolean isCopy(Path file, List<Path> all) {
        Path folder = file.getParent();
        Path part = folder == null ? null : folder.getParent();
        Path run = part == null ? null : part.getParent();
        return part != null
                && run != null
                && part.endsWith(SUMMARY)
                && all.stream()
                        .anyMatch(other -> other.getFileName().equals(file.getFileName()) && isOfBatch(other, run));
    }

    private static boolean isOfBatch(Path file, Path run) {
        Path batch = file.getParent();
        return batch != null
                && run.equals(batch.getParent())
                && batch.getFileName().toString().matches(BATCH);
    }
}
