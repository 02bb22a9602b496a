package org.rulebatch.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.rulebatch.yaml.YamlDocument;
import tools.jackson.databind.JsonNode;

/** The engine's data files that come with the program. */
public final class EngineFiles {

    private EngineFiles() {}

    /** The entries of {@code /engine/<name>}, which is a list. */
    public static List<JsonNode> entries(String name) {
        String source = "/engine/" + name;
        try (InputStream in = EngineFiles.class.getResourceAsStream(source)) {
            if (in == null) {
                throw new IllegalStateException(source + " is missing from the program");
            }
            List<JsonNode> entries = new ArrayList<>();
            YamlDocument.read(source, in).root().forEach(entries::add);
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The texts of the list under the key. */
    public static List<String> texts(JsonNode entry, String key) {
        List<String> texts = new ArrayList<>();
        entry.path(key).forEach(text -> texts.add(text.asString()));
        return texts;
    }
}
