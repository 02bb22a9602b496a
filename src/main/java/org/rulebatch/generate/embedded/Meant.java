package org.rulebatch.generate.embedded;

import java.util.Set;
import org.rulebatch.meaning.WordVectors;
import org.rulebatch.reading.ContentWord;

/** Tells whether a word of a rule means what a check says in other words. */
final class Meant {

    /** From here on two words may say the same. */
    static final double SOME = 0.4;

    /** And from here on a word that other facts of the service use. */
    static final double ALIKE = 0.55;

    private final RuleReader words;
    private final WordVectors vectors;

    Meant(RuleReader words, WordVectors vectors) {
        this.words = words;
        this.vectors = vectors;
    }

    /** Whether each stem of a word is as close as that to one of those. */
    boolean says(ContentWord word, Set<String> known, double closeness) {
        return words.telling(word.text()).stream()
                .allMatch(stem -> known.stream().anyMatch(each -> vectors.closeness(stem, each) >= closeness));
    }
}
