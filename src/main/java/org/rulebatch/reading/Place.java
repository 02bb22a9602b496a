package org.rulebatch.reading;

/**
 * Where something stands in a rule.
 *
 * @param from offset of the first character, counted from 0
 * @param to offset after the last character
 */
public record Place(Source source, int from, int to) {

    public Place {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("a place from " + from + " to " + to);
        }
    }

    /** The words there, of the text that it is a place in. */
    public String in(String text) {
        return text.substring(from, to);
    }

    /** Whether it lies within another place of the same text. */
    public boolean isWithin(Place whole) {
        return source == whole.source && whole.from <= from && to <= whole.to;
    }
}
