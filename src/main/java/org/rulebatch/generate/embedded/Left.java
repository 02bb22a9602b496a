package org.rulebatch.generate.embedded;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.rulebatch.reading.Place;

/**
 * What a check leaves out of a rule, each in the rule's words.
 *
 * @param values numbers, values, exceptions and "there must be"
 * @param qualifiers words that say of which resources, or name one of several things
 * @param elsewhere words that another fact of the service says
 * @param others further words
 * @param everyday words of everyday speech; they may say the same in another way
 * @param open where those of them stand that make a reservation
 * @param openOthers where the further words stand
 * @param isOfOthers whether the check judges each resource where the rule speaks of the service as a whole, or the account
 *     where the rule speaks of each resource
 */
record Left(
        List<String> values,
        List<String> qualifiers,
        List<String> elsewhere,
        List<String> others,
        List<String> everyday,
        Set<Place> open,
        Set<Place> openOthers,
        boolean isOfOthers) {
    /** Of a check that answers everything. */
    static final Left NOTHING =
            new Left(List.of(), List.of(), List.of(), List.of(), List.of(), Set.of(), Set.of(), false);

    Left {
        values = List.copyOf(values);
        qualifiers = List.copyOf(qualifiers);
        elsewhere = List.copyOf(elsewhere);
        others = List.copyOf(others);
        everyday = List.copyOf(everyday);
        open = Set.copyOf(open);
        openOthers = Set.copyOf(openOthers);
    }

    /** The same with its further words taken for other ways to say what the check says; they are noted, as everyday words are. */
    Left forgiving() {
        Set<Place> still = new HashSet<>(open);
        still.removeAll(openOthers);
        List<String> noted = Stream.of(others, everyday).flatMap(List::stream).toList();
        return new Left(values, qualifiers, elsewhere, List.of(), noted, still, Set.of(), isOfOthers);
    }

    /** Whether nothing answers what stands there. */
    boolean isOpen(Place place) {
        return open.stream().anyMatch(place::isWithin);
    }

    /** What no word of the check says, everyday words aside. */
    List<String> unsaid() {
        return Stream.of(elsewhere, others).flatMap(List::stream).toList();
    }

    /** How much is left out: a value counts more than a qualifier, and that more than another word. */
    int weight() {
        return 4 * values.size() + 2 * (qualifiers.size() + elsewhere.size()) + others.size() + (isOfOthers ? 1 : 0);
    }
}
