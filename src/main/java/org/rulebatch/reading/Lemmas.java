package org.rulebatch.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.analysis.Analyzer;
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

    private static final Analyzer STEMS = new Stems();

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
        try (TokenStream stream = STEMS.tokenStream("", word)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            String stem = stream.incrementToken() ? term.toString() : word;
            stream.end();
            return stem;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Stems extends Analyzer {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            KeywordTokenizer tokenizer = new KeywordTokenizer();
            return new TokenStreamComponents(tokenizer, new EnglishMinimalStemFilter(new KStemFilter(tokenizer)));
        }
    }
}
