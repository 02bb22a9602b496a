package org.rulebatch.reading;

import org.jspecify.annotations.Nullable;

/**
 * A word, number, value or mark of a text.
 *
 * @param lower in lower case, without a possessive
 * @param glued whether only a hyphen stands between it and the word before
 * @param value what its form says that it is; null for plain words
 */
record Token(String text, String lower, String lemma, int from, int to, boolean glued, @Nullable ValueKind value) {

    boolean isWord() {
        return value == null && Character.isLetterOrDigit(text.charAt(0));
    }

    boolean isNumber() {
        return value == null && Character.isDigit(text.charAt(0));
    }

    boolean is(String word) {
        return lower.equals(word);
    }
}
