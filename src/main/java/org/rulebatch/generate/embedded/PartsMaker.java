package org.rulebatch.generate.embedded;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rulebatch.metadata.RuleMetadata;
import org.rulebatch.reading.Clause;
import org.rulebatch.reading.ContentWord;
import org.rulebatch.reading.Part;
import org.rulebatch.reading.Place;
import org.rulebatch.reading.RuleReading;
import org.rulebatch.reading.Source;
import org.rulebatch.requirement.Cover;
import org.rulebatch.requirement.Piece;
import org.rulebatch.requirement.RulePart;

/**
 * Lists what a rule asks in the order of its text, with the piece of the check that answers each part: all of the norm, and what the
 * check leaves out of the description.
 */
final class PartsMaker {

    private static final Map<Class<? extends Part>, String> KINDS = Map.of(
            Part.Subject.class, "subject",
            Part.Population.class, "population",
            Part.Property.class, "property",
            Part.Polarity.class, "polarity",
            Part.Measure.class, "measure",
            Part.Values.class, "values",
            Part.Quantifier.class, "quantifier",
            Part.Exemption.class, "exception",
            Part.Existence.class, "existence");

    private final RuleMetadata rule;
    private final Left left;
    private final Pieces pieces;
    private final List<Found> parts = new ArrayList<>();

    /** @param left what the check leaves out */
    PartsMaker(RuleMetadata rule, RuleReading reading, Left left, Pieces pieces) {
        this.rule = rule;
        this.left = left;
        this.pieces = pieces;
        reading.normClauses().forEach(this::add);
        left.open().stream()
                .filter(place -> place.source() == Source.DESCRIPTION)
                .sorted(Comparator.comparingInt(Place::from))
                .forEach(place -> parts.add(new Found(at(reading, place), place, Optional.empty())));
    }

    /** A part, or words of it that follow each other and have the same answer. */
    private record Found(@Nullable Part part, Place place, Optional<Piece> by) {

        boolean isLike(Found other) {
            boolean same = part == null ? other.part == null : part.equals(other.part);
            return same && by.equals(other.by);
        }

        Found with(Found next) {
            return new Found(part, new Place(place.source(), place.from(), next.place.to()), by);
        }
    }

    /** The part of the description that stands there; a sentence on whom the rule does not concern is an exception. */
    private static Part at(RuleReading reading, Place place) {
        return reading.clauses(Source.DESCRIPTION).stream()
                .flatMap(clause -> clause.parts().stream())
                .filter(part -> part.place().equals(place))
                .findFirst()
                .orElseGet(() -> new Part.Exemption(place, List.of()));
    }

    List<RulePart> parts() {
        return parts.stream()
                .map(found -> new RulePart(
                        kind(found.part()),
                        text(found.place()),
                        found.place().source().name().toLowerCase(Locale.ROOT),
                        found.place().from(),
                        found.place().to(),
                        found.by()))
                .toList();
    }

    /** The answered parts, those side by side with the same answer in one. */
    List<Cover> covers() {
        List<Found> joined = new ArrayList<>();
        for (Found next : parts) {
            int last = joined.size() - 1;
            boolean same = last >= 0
                    && joined.get(last).by().equals(next.by())
                    && joined.get(last).place().source() == next.place().source();
            if (same) {
                joined.set(last, joined.get(last).with(next));
            } else {
                joined.add(next);
            }
        }
        return joined.stream()
                .flatMap(found -> found.by().map(by -> new Cover(text(found.place()), by)).stream())
                .distinct()
                .toList();
    }

    private void add(Clause clause) {
        List<Found> found = new ArrayList<>();
        for (ContentWord word : clause.words()) {
            if (Coverage.isSpoken(word.part())) {
                found.add(new Found(word.part(), word.place(), answer(word)));
            }
        }
        for (Part part : clause.parts()) {
            if (isWhole(part) && !isDoubled(clause, part)) {
                boolean open = left.isOpen(part.place());
                found.add(
                        new Found(part, part.place(), open ? Optional.empty() : Optional.of(pieces.of(clause, part))));
            }
        }
        found.sort(Comparator.comparingInt(each -> each.place().from()));
        int first = parts.size();
        for (Found next : found) {
            int last = parts.size() - 1;
            if (last < first || next.place().from() >= parts.get(last).place().to()) {
                boolean same = last >= first && parts.get(last).isLike(next);
                if (same) {
                    parts.set(last, parts.get(last).with(next));
                } else {
                    parts.add(next);
                }
            }
        }
    }

    private Optional<Piece> answer(ContentWord word) {
        Part part = word.part();
        boolean open = left.isOpen(word.place()) || part != null && left.isOpen(part.place());
        return open ? Optional.empty() : Optional.of(pieces.of(word));
    }

    /** Whether a part is answered as a whole, and not word by word. */
    private static boolean isWhole(Part part) {
        return Demands.isAsked(part) && !(part instanceof Part.Exemption)
                || part instanceof Part.Quantifier
                || part instanceof Part.Polarity;
    }

    /** "At least one" may ask that there is one, and then does nothing else. */
    private static boolean isDoubled(Clause clause, Part part) {
        return part instanceof Part.Quantifier
                && clause.parts(Part.Existence.class).stream()
                        .anyMatch(existence -> existence.place().equals(part.place()));
    }

    private String text(Place place) {
        return place.in(Coverage.text(rule, place));
    }

    private static String kind(@Nullable Part part) {
        return part == null ? "word" : KINDS.getOrDefault(part.getClass(), "word");
    }
}
