package org.rulebatch.report.entry;

import org.jspecify.annotations.Nullable;

/**
 * A part of what a rule asks for.
 *
 * @param kind {@code subject}, {@code measure}, {@code exception}, …
 * @param text the rule's own words
 * @param place {@code title} or {@code description}
 * @param from of the words within that text, counted from 0
 * @param to the first character after the words
 * @param coveredBy the piece of the check that decides the part; null where none does
 */
public record PartEntry(String kind, String text, String place, int from, int to, @Nullable String coveredBy) {}
