package org.rulebatch.cli.options;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.rulebatch.catalog.Nearest;
import org.rulebatch.store.InputException;

/** What proposes decisions. */
public enum GeneratorKind {
    /** The program itself, from the catalog and its knowledge; needs no key and no network. */
    EMBEDDED,
    /** Answers that a model gave earlier, held against what the program knows. */
    REPLIES,
    /** A model behind an OpenAI-compatible server. */
    OPENAI;

    /** The word that lets the environment choose. */
    public static final String AUTO = "auto";

    /** The name on the command line and in files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> words() {
        return Stream.concat(Stream.of(AUTO), Arrays.stream(values()).map(GeneratorKind::word))
                .toList();
    }

    /**
     * The generator of that name, or the one that the environment chooses.
     *
     * @param hasKey whether there is a key for a model
     * @throws InputException if there is no such generator
     */
    public static GeneratorKind chosen(String word, boolean hasKey) {
        return word.equals(AUTO) ? hasKey ? OPENAI : EMBEDDED : of(word);
    }

    /** @throws InputException if there is no such generator */
    public static GeneratorKind of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new InputException("Unknown generator '" + word + "'"
                        + Nearest.to(word, words())
                                .map(name -> "; did you mean '" + name + "'?")
                                .orElse("; there are: " + String.join(", ", words()) + ".")));
    }
}
