package org.rulebatch.generate.embedded;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.rulebatch.reading.Clause;
import org.rulebatch.reading.ContentWord;
import org.rulebatch.reading.Joining;
import org.rulebatch.reading.Part;
import org.rulebatch.reading.Place;
import org.rulebatch.reading.Role;
import org.rulebatch.reading.RuleReading;
import org.rulebatch.requirement.Conditions;
import org.rulebatch.requirement.Expressions;
import org.rulebatch.requirement.Requirement;

/** Holds things that a rule names side by side against a check: all of them are asked, or one of them. */
final class Joints {

    /** "Or longer" is no second thing. */
    private static final Pattern COMPARATIVE =
            Pattern.compile("(?i)longer|less|more|fewer|greater|later|newer|higher|above|better|stronger");

    /** Between two comparisons of a check. */
    private static final Pattern SIGN = Pattern.compile("&&|\\|\\|");

    private static final Pattern PROVIDER = Pattern.compile("\\bby (?:AWS|Amazon)\\b(?! [A-Z])");

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
    Set<ContentWord> passedOver(List<Clause> clauses, Set<String> own, Set<String> exact, Set<String> names) {
        Set<ContentWord> passed = new HashSet<>();
        for (Part.Joint joint : joints(clauses)) {
            List<List<ContentWord>> things = joint.things().stream()
                    .map(thing -> words(clauses, thing, joint.joining() == Joining.OR ? Set.of() : names))
                    .filter(words -> !words.isEmpty())
                    .map(Joints::weighty)
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
        passed.addAll(subjectsPassedOver(clauses, own, exact, names));
        return passed;
    }

    /**
     * The words of those of several subjects that the check does not judge: "volumes and snapshots are encrypted" where it judges the
     * snapshots. A subject is judged if what it is called, or where all are called alike what tells it from the others, is a name of the
     * judged thing or said by the check; and if the check's own expression names one of them, it has to name each.
     */
    Set<ContentWord> subjectsPassedOver(List<Clause> clauses, Set<String> own, Set<String> exact, Set<String> names) {
        Set<String> judged = new HashSet<>(names);
        judged.addAll(own);
        Set<ContentWord> passed = new HashSet<>();
        for (Part.Joint joint : joints(clauses)) {
            if (joint.role() == Role.SUBJECT) {
                List<List<ContentWord>> subjects = joint.things().stream()
                        .map(thing -> words(clauses, thing, Set.of()))
                        .filter(thing -> !thing.isEmpty())
                        .toList();
                passed.addAll(leftOut(tellingApart(subjects), judged));
                passed.addAll(leftOut(apart(subjects), exact));
            }
        }
        return passed;
    }

    private List<ContentWord> words(List<Clause> clauses, Place thing, Set<String> names) {
        return clauses.stream()
                .flatMap(clause -> clause.words().stream())
                .filter(word -> word.place().isWithin(thing) && Coverage.isSpoken(word.part()))
                .filter(word -> isTelling(word, names))
                .toList();
    }

    /** The last word of each, which says what it is; where two have the same, what tells each from the others. */
    private List<List<ContentWord>> tellingApart(List<List<ContentWord>> things) {
        List<List<ContentWord>> heads = things.stream()
                .map(thing -> List.of(thing.get(thing.size() - 1)))
                .toList();
        boolean differ = heads.stream().map(this::stems).distinct().count() == heads.size();
        return differ ? heads : apart(things);
    }

    private List<List<ContentWord>> apart(List<List<ContentWord>> things) {
        return things.stream()
                .map(thing -> thing.stream()
                        .filter(word -> things.stream()
                                .filter(other -> other != thing)
                                .noneMatch(other -> stems(other).containsAll(words.telling(word.text()))))
                        .toList())
                .toList();
    }

    private Set<String> stems(List<ContentWord> thing) {
        return thing.stream()
                .flatMap(word -> words.telling(word.text()).stream())
                .collect(Collectors.toSet());
    }

    /** The words of the things that nothing says, where something says another one. */
    private Set<ContentWord> leftOut(List<List<ContentWord>> things, Set<String> said) {
        Map<Boolean, List<List<ContentWord>>> parted = things.stream()
                .filter(thing -> !thing.isEmpty())
                .collect(Collectors.partitioningBy(thing -> thing.stream().anyMatch(word -> isExact(word, said))));
        return parted.getOrDefault(true, List.of()).isEmpty()
                ? Set.of()
                : parted.getOrDefault(false, List.of()).stream()
                        .flatMap(List::stream)
                        .collect(Collectors.toSet());
    }

    /** Where one of several things is only that it is on, and the check compares one thing alone: "enabled and not in failure state". */
    List<Place> switchesPassedOver(RuleReading reading, Requirement requirement) {
        return comparisons(requirement) > 1
                ? List.of()
                : joints(reading.normClauses()).stream()
                        .filter(joint -> joint.role() == Role.PROPERTY && joint.joining() == Joining.AND)
                        .filter(joint -> joint.things().stream().anyMatch(thing -> isSaid(reading, thing)))
                        .flatMap(joint -> joint.things().stream().filter(thing -> !isSaid(reading, thing)))
                        .distinct()
                        .toList();
    }

    private boolean isSaid(RuleReading reading, Place thing) {
        return reading.contentWords().stream()
                .filter(word -> word.place().isWithin(thing) && Coverage.isSpoken(word.part()))
                .anyMatch(word -> !words.telling(word.text()).equals(List.of(RuleReader.ON)));
    }

    /** How many things a check compares. */
    private static int comparisons(Requirement requirement) {
        return requirement instanceof Expressions asked
                ? SIGN.split(asked.complies(), -1).length
                : ((Conditions) requirement).conditions().size();
    }

    /** Where "by AWS" is one of two ways to comply, of which the check knows the other: "managed by AWS or by the customer". */
    List<Place> byTheProvider(Clause clause, String text, Stated stated) {
        boolean either = clause.parts(Part.Joint.class).stream().anyMatch(joint -> joint.joining() == Joining.OR);
        return either && !stated.has("AWS")
                ? PROVIDER.matcher(clause.place().in(text))
                        .results()
                        .map(found -> new Place(
                                clause.place().source(),
                                clause.place().from() + found.start(),
                                clause.place().from() + found.end()))
                        .toList()
                : List.of();
    }

    private static List<Part.Joint> joints(List<Clause> clauses) {
        return clauses.stream()
                .flatMap(clause -> clause.parts(Part.Joint.class).stream())
                .toList();
    }

    /** The words of a thing without the everyday ones, which say little of it; all where it has no others. */
    private static List<ContentWord> weighty(List<ContentWord> thing) {
        List<ContentWord> weighty =
                thing.stream().filter(word -> !word.isEveryday()).toList();
        return weighty.isEmpty() ? thing : weighty;
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
