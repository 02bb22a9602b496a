package org.rulebatch.report.entry;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rulebatch.requirement.Piece;
import org.rulebatch.requirement.RulePart;

/**
 * A part of what a rule asks for.
 *
 * @param kind {@code subject}, {@code measure}, {@code exception}, …
 * @param text the rule's own words
 * @param place {@code title}, {@code description} or {@code id}
 * @param from of the words within that text, counted from 0
 * @param to the first character after the words
 * @param coveredBy the piece of the check that answers the part; null where none does
 */
public record PartEntry(String kind, String text, String place, int from, int to, @Nullable String coveredBy) {

    /** The parts of a rule; null where it was not taken apart. */
    static @Nullable List<PartEntry> of(List<RulePart> parts) {
        return parts.isEmpty() ? null : parts.stream().map(PartEntry::of).toList();
    }

    private static PartEntry of(RulePart part) {
        String by = part.coveredBy().map(Piece::wireName).orElse(null);
        return new PartEntry(part.kind(), part.text(), part.place(), part.from(), part.to(), by);
    }
}
