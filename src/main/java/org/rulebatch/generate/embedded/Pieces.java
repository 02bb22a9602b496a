package org.rulebatch.generate.embedded;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.rulebatch.reading.Amount;
import org.rulebatch.reading.Clause;
import org.rulebatch.reading.ContentWord;
import org.rulebatch.reading.Part;
import org.rulebatch.requirement.Expressions;
import org.rulebatch.requirement.Piece;
import org.rulebatch.requirement.Requirement;

/** Tells which piece of a check answers a part of a rule that the check does answer. */
final class Pieces {

    private static final String PLACES = "account region regions";

    private final boolean isOfAPlace;
    private final @Nullable Expressions asked;
    private final RuleReader words;
    private final Set<String> names;
    private final Set<String> places;
    private final Set<String> where;
    private final Set<String> complies;

    /**
     * @param isOfAPlace whether the check gives one verdict for an account or a region
     * @param names stems of the service's and the resource's names
     */
    Pieces(Requirement requirement, boolean isOfAPlace, RuleReader words, Set<String> names) {
        this.isOfAPlace = isOfAPlace;
        this.asked = requirement instanceof Expressions expressions ? expressions : null;
        this.words = words;
        this.names = Set.copyOf(names);
        this.places = Set.copyOf(words.telling(PLACES));
        this.where = asked == null || asked.where() == null ? Set.of() : new HashSet<>(words.telling(asked.where()));
        this.complies = asked == null ? Set.of() : new HashSet<>(words.telling(asked.complies()));
    }

    /** The piece that answers a word of a subject, a population, a property or an exception. */
    Piece of(ContentWord word) {
        List<String> stems = words.telling(word.text());
        boolean named = names.containsAll(stems);
        if (word.part() instanceof Part.Subject) {
            return !named && isOnly(where, stems) ? Piece.WHERE : subject(stems);
        }
        if (word.part() instanceof Part.Population || word.part() instanceof Part.Exemption) {
            return isOnly(where, stems) || !named && !where.isEmpty() && !isAny(complies, stems)
                    ? Piece.WHERE
                    : named ? subject(stems) : main();
        }
        return isOnly(where, stems) && !isAny(complies, stems) ? Piece.WHERE : main();
    }

    /** The piece that answers a part as a whole. */
    Piece of(Clause clause, Part part) {
        if (part instanceof Part.Measure measure) {
            return stating(stated -> stated.has(clause, measure));
        }
        if (part instanceof Part.Values values) {
            return stating(stated -> values.values().stream().allMatch(stated::has));
        }
        boolean each = part instanceof Part.Quantifier quantifier && quantifier.amount() == Amount.EACH;
        boolean one = part instanceof Part.Existence;
        return each && !isOfAPlace || one && isOfAPlace ? Piece.FOR_EACH : main();
    }

    /** The resource that is judged; in a check of a place it stands in one of the further lists. */
    private Piece subject(List<String> stems) {
        boolean inList = asked != null && isOfAPlace && !asked.with().isEmpty() && !isOnly(places, stems);
        return inList ? Piece.WITH : Piece.FOR_EACH;
    }

    /** The piece in which a value stands. */
    private Piece stating(Predicate<Stated> has) {
        if (asked == null) {
            return main();
        }
        Expressions bare = asked.withParameters(Map.of());
        if (has.test(Stated.of(bare))) {
            return has.test(Stated.of(bare.complying(""))) ? Piece.WHERE : main();
        }
        return has.test(Stated.of(asked)) ? Piece.PARAMETERS : main();
    }

    private Piece main() {
        return asked == null ? Piece.CONDITIONS : Piece.COMPLIES;
    }

    private static boolean isOnly(Set<String> some, List<String> stems) {
        return !stems.isEmpty() && some.containsAll(stems);
    }

    private static boolean isAny(Set<String> some, List<String> stems) {
        return stems.stream().anyMatch(some::contains);
    }
}
