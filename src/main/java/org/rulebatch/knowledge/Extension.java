package org.rulebatch.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.rulebatch.requirement.Finding;
import org.rulebatch.yaml.YamlDocument;
import org.rulebatch.yaml.YamlException;

/**
 * A folder of people's own files, of the same form as the bundled ones.
 *
 * @param files the resource of each file, in the order of the files' paths
 */
record Extension(Map<String, Resource> files) {

    /**
     * Reads and checks all files of a folder.
     *
     * @return an empty extension where there is no such folder
     * @throws KnowledgeException if a file is not of the form, or says what the catalog does not know
     */
    static Extension read(Path folder, KnowledgeCheck check) {
        Map<String, Resource> files = new LinkedHashMap<>();
        List<Finding> findings = new ArrayList<>();
        for (Path file : filesOf(folder)) {
            try {
                YamlDocument document = YamlDocument.read(file);
                List<Finding> wrong = check.check(document);
                findings.addAll(wrong);
                if (wrong.isEmpty()) {
                    files.put(file.toString(), ResourceParser.parse(document).resource());
                }
            } catch (YamlException e) {
                findings.add(Finding.error("yaml.syntax", file + ":" + e.line(), e.reason(), ""));
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read " + file, e);
            }
        }
        if (!findings.isEmpty()) {
            throw new KnowledgeException(findings);
        }
        return new Extension(files);
    }

    /** The files of a folder and of those in it, in the order of their paths; none where there is no such folder. */
    static List<Path> filesOf(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder, 2)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the folder " + folder, e);
        }
    }
}
