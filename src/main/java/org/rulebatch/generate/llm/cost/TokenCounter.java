package org.rulebatch.generate.llm.cost;

/** Counts the tokens of texts, or estimates them. Thread-safe. */
public interface TokenCounter {

    /** Four characters a token, which is near enough for English and JSON. */
    TokenCounter ESTIMATE = text -> (text.length() + 3) / 4;

    int count(String text);
}
