package org.rulebatch.generate.embedded;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rulebatch.generate.embedded.Option.Answer;
import org.rulebatch.knowledge.Fact;
import org.rulebatch.knowledge.Family;
import org.rulebatch.knowledge.Knowledge;
import org.rulebatch.metadata.RuleMetadata;
import org.rulebatch.reading.Clause;
import org.rulebatch.reading.ContentWord;
import org.rulebatch.reading.Part;
import org.rulebatch.reading.Place;
import org.rulebatch.reading.Role;
import org.rulebatch.reading.RuleReading;
import org.rulebatch.reading.Source;
import org.rulebatch.requirement.Expressions;
import org.rulebatch.requirement.Requirement;

/** Holds what a rule says against a check made of a fact: which words of the rule nothing in the check answers. */
final class Coverage {

    /** Said of a standby or a copy: that there are two, and the field that shows it holds no number. */
    private static final String ORDINAL = "a second";

    /** Everything that is read is of the own account. */
    private static final String WHOSE = "account own owned";

    private final Knowledge knowledge;
    private final RuleReader words;

    Coverage(Knowledge knowledge, RuleReader words) {
        this.knowledge = knowledge;
        this.words = words;
    }

    /**
     * What a check leaves out of a rule, each in the rule's words.
     *
     * @param values numbers, values, exceptions and "there must be"
     * @param qualifiers words that say of which resources, or name one of several things
     * @param others further words; they may say the same in another way
     * @param isOfEach whether the check judges each resource where the rule speaks of the service as a whole
     */
    record Left(List<String> values, List<String> qualifiers, List<String> others, boolean isOfEach) {
        Left {
            values = List.copyOf(values);
            qualifiers = List.copyOf(qualifiers);
            others = List.copyOf(others);
        }

        /** How much is left out: a value counts more than a qualifier, and that more than another word. */
        int weight() {
            return 4 * values.size() + 2 * qualifiers.size() + others.size() + (isOfEach ? 1 : 0);
        }
    }

    /**
     * What the check leaves out of the rule's norm.
     *
     * @param requirement the check, with the values that the rule states
     */
    Left left(RuleMetadata rule, RuleReading reading, Option option, Requirement requirement) {
        Stated stated = Stated.of(requirement);
        Set<String> known = known(rule, option, requirement, stated);
        Set<String> values = new LinkedHashSet<>();
        Set<String> qualifiers = new LinkedHashSet<>();
        Set<String> others = new LinkedHashSet<>();
        for (Clause clause : reading.normClauses()) {
            String text = text(rule, clause.place());
            clause.parts().stream()
                    .filter(part ->
                            isAsked(part) && !isAnswered(part, part.place().in(text), requirement, stated))
                    .forEach(part -> values.add(part.place().in(text)));
            for (ContentWord word : clause.words()) {
                if (isSpoken(word.part()) && !isKnown(word, known)) {
                    (qualifies(word, clause) ? qualifiers : others).add(word.text());
                }
            }
        }
        boolean isOfEach = !requirement.isOfAPlace()
                && reading.normClauses().stream().anyMatch(clause -> isOfTheService(rule, clause));
        return new Left(List.copyOf(values), List.copyOf(qualifiers), List.copyOf(others), isOfEach);
    }

    /** Whether a clause's subject is the service itself: "CloudTrail is enabled". */
    private boolean isOfTheService(RuleMetadata rule, Clause clause) {
        Set<String> service = new HashSet<>(words.telling(rule.service()));
        List<String> subject = clause.parts(Part.Subject.class).stream()
                .flatMap(part -> part.lemmas().stream())
                .flatMap(lemma -> words.telling(lemma).stream())
                .toList();
        return !subject.isEmpty() && service.containsAll(subject);
    }

    /** Whether the rule's title or id says one of the phrases that tell a fact from its neighbours, with every word of it. */
    boolean names(RuleMetadata rule, Fact fact) {
        Set<String> said = new HashSet<>(words.stems(rule.ruleId() + " " + rule.title()));
        return fact.words().stream().map(words::stems).anyMatch(said::containsAll);
    }

    private boolean isKnown(ContentWord word, Set<String> known) {
        List<String> stems = words.telling(word.text());
        return known.containsAll(stems) || stems.equals(List.of(RuleReader.ON));
    }

    private static boolean qualifies(ContentWord word, Clause clause) {
        return word.part() instanceof Part.Population
                || word.part() instanceof Part.Exemption
                || clause.parts(Part.Joint.class).stream()
                        .flatMap(joint -> joint.things().stream())
                        .anyMatch(thing -> thing.from() <= word.place().from()
                                && word.place().to() <= thing.to());
    }

    /** Whether a part is a value or a form of the demand, which the check must have as such. */
    private static boolean isAsked(Part part) {
        if (part instanceof Part.Measure measure) {
            return measure.role() != Role.PURPOSE;
        }
        if (part instanceof Part.Values values) {
            return values.role() != Role.PURPOSE && values.role() != Role.SUBJECT;
        }
        return part instanceof Part.Existence || part instanceof Part.Exemption;
    }

    private static boolean isAnswered(Part part, String text, Requirement requirement, Stated stated) {
        if (part instanceof Part.Measure measure) {
            if (ORDINAL.equalsIgnoreCase(text)) {
                return true;
            }
            boolean ofLast = text.toLowerCase(Locale.ROOT).contains("last ");
            return stated.has(measure) || ofLast && measure.numbers().stream().allMatch(stated::has);
        }
        if (part instanceof Part.Values values) {
            return values.values().stream().allMatch(stated::has);
        }
        if (part instanceof Part.Exemption) {
            return requirement instanceof Expressions asked && asked.where() != null;
        }
        return requirement.isOfAPlace();
    }

    private static boolean isSpoken(@Nullable Part part) {
        return part == null
                || part instanceof Part.Subject
                || part instanceof Part.Property
                || part instanceof Part.Population
                || part instanceof Part.Exemption;
    }

    private Set<String> known(RuleMetadata rule, Option option, Requirement requirement, Stated stated) {
        Set<String> known = new HashSet<>(option.known());
        known.addAll(words.telling(rule.service() + " " + rule.resource()));
        known.addAll(words.telling(option.client() + " " + WHOSE));
        known.addAll(words.telling(stated.text()));
        if (option.answer() instanceof Answer.OfFact found) {
            Fact fact = found.fact();
            known.addAll(words.telling(found.resource().id() + " "
                    + String.join(" ", found.resource().names())));
            knowledge.family(fact.family()).map(Family::sentence).ifPresent(text -> known.addAll(words.telling(text)));
        }
        known.addAll(words.telling(
                requirement.place().path() + " " + requirement.place().call().operation()));
        return known;
    }

    private static String text(RuleMetadata rule, Place place) {
        return place.source() == Source.ID
                ? rule.ruleId()
                : place.source() == Source.TITLE ? rule.title() : rule.description();
    }
}
