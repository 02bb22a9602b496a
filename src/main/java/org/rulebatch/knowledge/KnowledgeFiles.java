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
        try (InputStream in = open(name)) {
            return YamlDocument.read("/knowledge/" + name, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(String name) {
        try (InputStream in = open(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String name) {
        InputStream in = KnowledgeFiles.class.getResourceAsStream("/knowledge/" + name);
        if (in == null) {
            throw new IllegalStateException("/knowledge/" + name + " is missing from the program");
        }
        return in;
    }
}
