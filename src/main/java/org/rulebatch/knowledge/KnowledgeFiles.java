package org.rulebatch.knowledge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.rulebatch.yaml.YamlDocument;

/** The data files that come with the program, under {@code /knowledge}. */
final class KnowledgeFiles {

    private KnowledgeFiles() {}

    /** Whether there is a file of that name. */
    static boolean has(String name) {
        return KnowledgeFiles.class.getResource("/knowledge/" + name) != null;
    }

    static YamlDocument bundled(String name) {
        String source = "/knowledge/" + name;
        try (InputStream in = KnowledgeFiles.class.getResourceAsStream(source)) {
            if (in == null) {
                throw new IllegalStateException(source + " is missing from the program");
            }
            return YamlDocument.read(source, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
