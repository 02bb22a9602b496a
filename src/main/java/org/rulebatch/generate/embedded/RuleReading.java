package org.rulebatch.generate.embedded;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.rulebatch.knowledge.Slot;

/**
 * What a rule says, in stems. Maps and sets iterate in the same order each time, which texts and values depend on.
 *
 * @param resource the resource the rule's id names
 * @param control what the id asks of it, without the service's name and without fillers, in order
 * @param said all stems of the id in a row
 * @param title what the title adds to it
 * @param prose what requirement and description add to it
 * @param phrases neighbouring stems of requirement and description, up to four: prose has many words, and says few things
 * @param parts what tells the things apart that the id asks for, where the title says "and" or "or" between them
 * @param negative whether the id says that something is not wanted
 * @param judged words of the id that ask for more than that a thing is there
 * @param unnamed whether the id speaks of several required things without naming them
 * @param stated values the rule states, by kind, and what they are in smaller units
 * @param asked the kinds of values that id and title state
 */
record RuleReading(
        List<String> resource,
        List<String> control,
        String said,
        Set<String> title,
        Set<String> prose,
        Set<Set<String>> phrases,
        List<Set<String>> parts,
        boolean negative,
        Set<String> judged,
        boolean unnamed,
        Map<Slot, List<Integer>> stated,
        Set<Slot> asked) {

    RuleReading {
        resource = List.copyOf(resource);
        control = List.copyOf(control);
        phrases = Set.copyOf(phrases);
        parts = List.copyOf(parts);
        judged = Collections.unmodifiableSet(new TreeSet<>(judged));
        stated = Collections.unmodifiableMap(new TreeMap<>(stated));
        asked = Collections.unmodifiableSet(new TreeSet<>(asked));
    }

    /** Everything the id says. */
    Set<String> id() {
        Set<String> all = new LinkedHashSet<>(resource);
        all.addAll(control);
        return all;
    }
}
