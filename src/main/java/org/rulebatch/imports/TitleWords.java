package org.rulebatch.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.rulebatch.catalog.Nouns;

/** The words of a title; what a rule is called is made of those that say something. */
final class TitleWords {

    private static final Pattern SEPARATORS = Pattern.compile("[^A-Za-z0-9]+");
    private static final Pattern ASIDE = Pattern.compile("\\([^)]*\\)");

    /** Say nothing in a name. "At" and "on" do: encryption at rest, public IP on launch. */
    private static final Set<String> SILENT = Set.of(
            ("a an the is are be been being has have had does do should must their its it that this these those which to of"
                            + " in for with by and or amazon aws check checks if whether ensure ensures there")
                    .split(" "));

    private static final int MOST = 10;

    private final List<String> words;
    private final List<String> singular;

    private TitleWords(List<String> words) {
        this.words = words;
        this.singular = new ArrayList<>(words.stream().map(Nouns::singular).toList());
    }

    /** In lower case; an aside in brackets is no part of a name. */
    static TitleWords of(String title) {
        String text = ASIDE.matcher(title).replaceAll(" ").replace("n't", " not");
        return new TitleWords(new ArrayList<>(Arrays.stream(SEPARATORS.split(text))
                .filter(word -> !word.isEmpty())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList()));
    }

    /** Where a name in the singular stands in the title, in the singular or the plural; -1 where it does not. */
    int find(List<String> name) {
        return Collections.indexOfSubList(singular, name);
    }

    /** The title without that many words from a place on. */
    void remove(int from, int count) {
        words.subList(from, from + count).clear();
        singular.subList(from, from + count).clear();
    }

    /** Takes out a name wherever it stands and however it is spaced: {@code secretsmanager} is "Secrets Manager" too. */
    void remove(String name) {
        String plain = Nouns.plain(name);
        for (int i = 0; i < words.size(); i++) {
            StringBuilder joined = new StringBuilder();
            for (int j = i; j < words.size() && joined.length() < plain.length(); j++) {
                joined.append(words.get(j));
                if (joined.toString().equals(plain)) {
                    remove(i, j + 1 - i);
                    break;
                }
            }
        }
    }

    /** What is left that says something, at most ten words. */
    List<String> telling() {
        return words.stream().filter(word -> !SILENT.contains(word)).limit(MOST).toList();
    }
}
