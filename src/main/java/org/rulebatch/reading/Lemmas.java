package org.rulebatch.reading;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.en.EnglishMinimalStemFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Base forms of English words by Lucene's KStem, which knows a dictionary: "policies" is "policy", "encryption" stays. Plurals that
 * its dictionary has as words of their own, as "volumes", are cut by Lucene's minimal stemmer. Thread-safe.
 */
final class Lemmas {

    private final Map<String, String> known = new ConcurrentHashMap<>();

    /** @param given base forms of words that KStem's dictionary lacks */
    Lemmas(Map<String, String> given) {
        known.putAll(given);
    }

    /** The base form of a lower-case word. */
    String of(String word) {
        return known.computeIfAbsent(word, Lemmas::stem);
    }

    private static String stem(String word) {
        KeywordTokenizer tokenizer = new KeywordTokenizer();
        tokenizer.setReader(new StringReader(word));
        try (TokenStream stream = new EnglishMinimalStemFilter(new KStemFilter(tokenizer))) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            String stem = stream.incrementToken() ? term.toString() : word;
            stream.end();
            return stem;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
