package org.rulebatch.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.rulebatch.yaml.YamlDocument;
import tools.jackson.databind.JsonNode;

/** The words that come with the program, under {@code /reading}; a key stands in one file only. */
final class VocabularyFiles {

    static final List<String> NAMES = List.of(
            "words.yaml",
            "polarity.yaml",
            "measures.yaml",
            "phrases.yaml",
            "values.yaml",
            "resources.yaml",
            "qualifiers.yaml",
            "boilerplate.yaml");

    private final Map<String, JsonNode> byKey = new LinkedHashMap<>();

    VocabularyFiles() {
        NAMES.forEach(name -> document("/reading/" + name).root().forEachEntry(byKey::put));
    }

    static YamlDocument document(String resource) {
        try (InputStream in = VocabularyFiles.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing from the program");
            }
            return YamlDocument.read(resource, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode node(String key) {
        JsonNode node = byKey.get(key);
        if (node == null) {
            throw new IllegalStateException("no file under /reading has the key '" + key + "'");
        }
        return node;
    }

    /** A list of phrases; a text is a list too, of words or of what stands between commas. */
    List<String> list(String key) {
        JsonNode node = node(key);
        List<String> list = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(each -> list.add(each.asString()));
            return list;
        }
        String text = node.asString().strip();
        return List.of(text.split(text.contains(",") ? ",\\s*" : "\\s+"));
    }

    /** A map from words to words. */
    Map<String, String> words(String key) {
        Map<String, String> words = new LinkedHashMap<>();
        entries(key, (word, meaning) -> words.put(word, meaning.asString()));
        return words;
    }

    /** The entries of a map, in its order. */
    void entries(String key, BiConsumer<String, JsonNode> use) {
        node(key).forEachEntry(use);
    }
}
