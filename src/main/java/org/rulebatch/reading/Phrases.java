package org.rulebatch.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Words and phrases with what each means, looked up where a text may have them; the longest counts. */
final class Phrases {

    /**
     * A phrase that stands in a text.
     *
     * @param length in tokens
     * @param meaning what the vocabulary says of it; the phrase itself where it says nothing
     */
    record Match(int length, String meaning) {}

    private record Phrase(List<String> words, String meaning) {}

    private final Map<String, List<Phrase>> byFirst = new HashMap<>();
    private final Tokenizer tokenizer;
    private final boolean lemmas;

    /** @param lemmas whether another form of a word is the word too: "buckets" for "bucket" */
    Phrases(Tokenizer tokenizer, boolean lemmas) {
        this.tokenizer = tokenizer;
        this.lemmas = lemmas;
    }

    Phrases add(String phrase, String meaning) {
        List<String> words = tokenizer.tokens(phrase).stream().map(this::form).toList();
        if (!words.isEmpty()) {
            List<Phrase> same = byFirst.computeIfAbsent(words.get(0), first -> new ArrayList<>());
            same.add(new Phrase(words, meaning));
            same.sort(Comparator.comparingInt((Phrase each) -> each.words().size())
                    .reversed());
        }
        return this;
    }

    Phrases addAll(Iterable<String> phrases) {
        phrases.forEach(phrase -> add(phrase, phrase));
        return this;
    }

    /** The longest phrase that starts at a token. */
    Optional<Match> at(List<Token> tokens, int at) {
        for (Phrase phrase : byFirst.getOrDefault(form(tokens.get(at)), List.of())) {
            if (stands(phrase.words(), tokens, at)) {
                return Optional.of(new Match(phrase.words().size(), phrase.meaning()));
            }
        }
        return Optional.empty();
    }

    /** How many tokens the longest phrase that starts here has; 0 for none. */
    int length(List<Token> tokens, int at) {
        return at < tokens.size() ? at(tokens, at).map(Match::length).orElse(0) : 0;
    }

    /** The longest phrase that ends before a token. */
    Optional<Match> before(List<Token> tokens, int end) {
        for (int from = Math.max(0, end - 5); from < end; from++) {
            int start = from;
            Optional<Match> match = at(tokens, from).filter(found -> start + found.length() == end);
            if (match.isPresent()) {
                return match;
            }
        }
        return Optional.empty();
    }

    private boolean stands(List<String> words, List<Token> tokens, int at) {
        if (at + words.size() > tokens.size()) {
            return false;
        }
        for (int next = 1; next < words.size(); next++) {
            if (!form(tokens.get(at + next)).equals(words.get(next))) {
                return false;
            }
        }
        return true;
    }

    private String form(Token token) {
        return lemmas ? token.lemma() : token.lower();
    }
}
