package org.rulebatch.requirement;

import java.util.Optional;

/**
 * A part of what a rule asks.
 *
 * @param kind {@code subject}, {@code measure}, {@code exception}, …; {@code word} for a word that no part takes
 * @param text the rule's own words
 * @param place {@code title}, {@code description} or {@code id}
 * @param from of the words within that text, counted from 0
 * @param to the first character after the words
 * @param coveredBy the piece of the check that answers it; empty where none does
 */
public record RulePart(String kind, String text, String place, int from, int to, Optional<Piece> coveredBy) {}
