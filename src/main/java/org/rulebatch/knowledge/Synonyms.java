package org.rulebatch.knowledge;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Spellings that mean the same words, from {@code synonyms.yaml}. */
public final class Synonyms {

    private final Map<String, List<String>> words;

    private Synonyms(Map<String, List<String>> words) {
        this.words = words;
    }

    /** The spellings that come with the program. */
    public static Synonyms bundled() {
        Map<String, List<String>> words = new TreeMap<>();
        KnowledgeFiles.bundled("synonyms.yaml")
                .root()
                .forEachEntry((token, meant) ->
                        words.put(token, List.of(meant.asString().split(" "))));
        return new Synonyms(words);
    }

    /** Whether the token is read as something else. */
    public boolean has(String token) {
        return words.containsKey(token);
    }

    /** What a lower-case token is read as; itself where nothing else is known. */
    public List<String> of(String token) {
        return words.getOrDefault(token, List.of(token));
    }
}
