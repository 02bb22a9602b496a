package org.rulebatch.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.rulebatch.catalog.Nearest;
import org.rulebatch.store.InputException;

/** What proposes decisions. */
enum GeneratorKind {
    /** The program itself, from the catalog and its knowledge; needs no key and no network. */
    EMBEDDED,
    /** Answers that a model gave earlier, held against what the program knows. */
    REPLIES;

    /** The name on the command line and in files. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> words() {
        return Arrays.stream(values()).map(GeneratorKind::word).toList();
    }

    /** @throws InputException if there is no such generator */
    static GeneratorKind of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new InputException("Unknown generator '" + word + "'"
                        + Nearest.to(word, words())
                                .map(name -> "; did you mean '" + name + "'?")
                                .orElse("; there are: " + String.join(", ", words()) + ".")));
    }
}
