package org.rulebatch.yaml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The YAML files of a folder that a person fills. */
public final class YamlFiles {

    private static final String SUFFIX = ".yaml";

    private YamlFiles() {}

    /**
     * Its files in the order of their names, hidden ones aside; none where there is no such folder.
     *
     * @param what what they hold, for the message: "decisions"
     * @throws UncheckedIOException if the folder cannot be listed
     */
    public static List<Path> in(Path folder, String what) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the " + what + " in " + folder + " cannot be listed", e);
        }
    }
}
