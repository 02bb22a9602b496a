package org.rulebatch.generate.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.rulebatch.knowledge.Synonyms;
import org.rulebatch.reading.Wording;
import org.tartarus.snowball.ext.EnglishStemmer;

/** Cuts names and texts into stems: {@code ServerSideEncryption} and "server-side encrypted" give the same three. */
final class Words {

    /** Says something only as a whole: "security" alone is in most rules. */
    private static final Pattern SECURITY_GROUP = Pattern.compile("(?i:security[ _-]?group)s?(?![a-z])");

    private static final Pattern SEPARATORS = Pattern.compile("[^A-Za-z0-9]+");
    private static final Pattern HUMPS = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

    /** Several things with a short name: "CMKs". */
    private static final Pattern ACRONYMS = Pattern.compile("[A-Z]{2,}s");

    private static final Wording WORDING = Wording.bundled();

    private final Synonyms synonyms = Synonyms.bundled();
    private final Map<String, List<String>> known = new ConcurrentHashMap<>();

    /** The stems of a text or of a name in camel or snake case, in order. */
    List<String> stems(String text) {
        List<String> stems = new ArrayList<>();
        for (String part :
                SEPARATORS.split(SECURITY_GROUP.matcher(WORDING.plain(text)).replaceAll(" securitygroup "))) {
            if (!part.isEmpty()) {
                stems.addAll(known.computeIfAbsent(part, this::ofPart));
            }
        }
        return stems;
    }

    private List<String> ofPart(String part) {
        List<String> stems = new ArrayList<>();
        if (ACRONYMS.matcher(part).matches()) {
            return ofPart(part.substring(0, part.length() - 1));
        }
        String whole = part.toLowerCase(Locale.ROOT);
        if (synonyms.has(whole)) {
            synonyms.of(whole).forEach(word -> stems.add(stem(word)));
            return stems;
        }
        for (String word : HUMPS.split(part)) {
            for (String meant : synonyms.of(word.toLowerCase(Locale.ROOT))) {
                stems.add(stem(meant));
            }
        }
        return List.copyOf(stems);
    }

    private static String stem(String word) {
        EnglishStemmer stemmer = new EnglishStemmer();
        stemmer.setCurrent(word);
        stemmer.stem();
        return stemmer.getCurrent();
    }
}
