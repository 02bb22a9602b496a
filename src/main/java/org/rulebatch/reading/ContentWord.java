package org.rulebatch.reading;

import org.jspecify.annotations.Nullable;

/**
 * A word that says something, fillers are none.
 *
 * @param lemma its base form in lower case
 * @param part the part it belongs to; null if no part takes it
 * @param isEveryday whether it is a word of everyday speech, which says little of what is asked: "take", "still"
 */
public record ContentWord(String text, String lemma, Place place, @Nullable Part part, boolean isEveryday) {}
