package org.rulebatch.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.rulebatch.ruleyaml.RuleDocument;
import org.rulebatch.ruleyaml.RuleYamlReader;

/** Finds and reads the rule files that a run is about. */
public final class RuleFiles {

    private static final String PROPOSED = "_proposed.yaml";
    private static final String GENERATED = "_generated.yaml";

    private RuleFiles() {}

    /**
     * The files in the order of their names.
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
            return files.filter(wanted).sorted().toList();
        }
    }
}
