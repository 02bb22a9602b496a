package org.rulebatch.generate.embedded;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.rulebatch.reading.ContentWord;
import org.rulebatch.reading.Joining;
import org.rulebatch.reading.Part;
import org.rulebatch.reading.Role;
import org.rulebatch.reading.RuleReading;

/** Holds things that a rule names side by side against a check: all of them are asked, or one of them. */
final class Joints {

    /** "Or longer" is no second thing. */
    private static final Pattern COMPARATIVE =
            Pattern.compile("(?i)longer|less|more|fewer|greater|later|newer|higher|above|better|stronger");

    private final RuleReader words;
    private final Meant meant;

    Joints(RuleReader words, Meant meant) {
        this.words = words;
        this.meant = meant;
    }

    /**
     * The words of those of several things that the check itself does not say, where it says another one of them: of "encrypted and
     * versioned" a comparison answers one, although the read or the kind of control may go by the name of the other. Of two things one
     * of which is enough, both must stand in the check itself: another word for the first is no second way to comply.
     *
     * @param own what the check and the phrases of its fact say
     * @param exact what the check says
     */
    Set<ContentWord> passedOver(RuleReading reading, Set<String> own, Set<String> exact, Set<String> names) {
        Set<ContentWord> passed = new HashSet<>();
        for (Part.Joint joint : joints(reading)) {
            List<List<ContentWord>> things = joint.things().stream()
                    .map(thing -> reading.contentWords().stream()
                            .filter(word -> word.place().isWithin(thing) && Coverage.isSpoken(word.part()))
                            .filter(word -> isTelling(word, joint.joining() == Joining.OR ? Set.of() : names))
                            .toList())
                    .filter(words -> !words.isEmpty())
                    .toList();
            Map<Boolean, List<List<ContentWord>>> said = things.stream()
                    .collect(Collectors.partitioningBy(thing -> joint.joining() == Joining.OR
                            ? isMostly(thing, exact)
                            : thing.stream().anyMatch(word -> isOwn(word, own))));
            boolean none = joint.joining() == Joining.OR
                    && things.size() > 1
                    && things.stream().flatMap(List::stream).noneMatch(word -> isOwn(word, own));
            if (joint.role() == Role.PROPERTY && none) {
                things.forEach(passed::addAll);
            }
            if (joint.role() == Role.PROPERTY
                    && !said.getOrDefault(true, List.of()).isEmpty()) {
                said.getOrDefault(false, List.of()).forEach(passed::addAll);
            }
        }
        return passed;
    }

    private static List<Part.Joint> joints(RuleReading reading) {
        return reading.normClauses().stream()
                .flatMap(clause -> clause.parts(Part.Joint.class).stream())
                .toList();
    }

    private boolean isOwn(ContentWord word, Set<String> own) {
        return words.telling(word.text()).stream().anyMatch(own::contains) || meant.says(word, own, Meant.ALIKE);
    }

    /** Whether the check says more than half of a thing's words: a verb that both things share is none of them. */
    private boolean isMostly(List<ContentWord> thing, Set<String> exact) {
        return 2 * thing.stream().filter(word -> isExact(word, exact)).count() > thing.size();
    }

    private boolean isExact(ContentWord word, Set<String> exact) {
        return words.telling(word.text()).stream().anyMatch(exact::contains);
    }

    private boolean isTelling(ContentWord word, Set<String> names) {
        List<String> stems = words.telling(word.text());
        return !stems.isEmpty()
                && !stems.equals(List.of(RuleReader.ON))
                && !COMPARATIVE.matcher(word.text()).matches()
                && !names.containsAll(stems);
    }
}
