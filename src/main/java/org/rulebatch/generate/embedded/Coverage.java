package org.rulebatch.generate.embedded;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rulebatch.generate.embedded.Option.Answer;
import org.rulebatch.knowledge.Fact;
import org.rulebatch.knowledge.Family;
import org.rulebatch.knowledge.Knowledge;
import org.rulebatch.knowledge.Resource;
import org.rulebatch.meaning.WordVectors;
import org.rulebatch.metadata.RuleMetadata;
import org.rulebatch.reading.Amount;
import org.rulebatch.reading.Clause;
import org.rulebatch.reading.ContentWord;
import org.rulebatch.reading.Part;
import org.rulebatch.reading.Place;
import org.rulebatch.reading.Role;
import org.rulebatch.reading.RuleReading;
import org.rulebatch.reading.Source;
import org.rulebatch.reading.Wording;
import org.rulebatch.requirement.Call;
import org.rulebatch.requirement.Expressions;
import org.rulebatch.requirement.Requirement;
import org.rulebatch.requirement.Subject;

/** Holds what a rule says against a check made of a fact: which words of the rule nothing in the check answers. */
final class Coverage {

    /** Everything that is read is of the own account. */
    private static final String WHOSE = "account own owned";

    /** What a word may be that no word of the check says; a meant one is said in another way. */
    private enum Unsaid {
        MEANT(false),
        QUALIFIER(true),
        ELSEWHERE(true),
        OTHER(true),
        EVERYDAY(false);

        private final boolean isOpen;

        Unsaid(boolean isOpen) {
            this.isOpen = isOpen;
        }
    }

    private static final Wording WORDING = Wording.bundled();

    private final Knowledge knowledge;
    private final RuleReader words;
    private final Meant meant;
    private final Joints joints;
    private final Populations populations;
    private final Further further;

    Coverage(Knowledge knowledge, RuleReader words, WordVectors vectors) {
        this.knowledge = knowledge;
        this.words = words;
        this.meant = new Meant(words, vectors);
        this.joints = new Joints(words, meant);
        this.populations = new Populations(knowledge, words, vectors);
        this.further = new Further(joints, populations);
    }

    /**
     * What the check leaves out of the rule's norm.
     *
     * @param requirement the check, with the values that the rule states
     */
    Left left(RuleMetadata rule, RuleReading reading, Scope scope, Option option, Requirement requirement) {
        Stated stated = Stated.of(requirement);
        Set<String> known = known(rule, option, requirement, stated);
        Map<Unsaid, Set<String>> unsaid = new EnumMap<>(Unsaid.class);
        Set<Place> open = new HashSet<>();
        Set<Place> openOthers = new HashSet<>();
        Set<String> own = own(option, stated);
        Set<String> names = names(rule, option);
        Set<String> exact = new HashSet<>(words.telling(stated.text()));
        exact.addAll(option.leaf());
        Set<ContentWord> passed = joints.passedOver(reading.normClauses(), own, exact, names);
        boolean ofAPlace = isOfAPlace(option, requirement);
        Set<String> narrowingNames = populations.names(rule, option, ofAPlace);
        if (ofAPlace) {
            narrowingNames.addAll(exact);
            narrowingNames.addAll(option.path());
            option.words().forEach(narrowingNames::addAll);
        }
        Populations.Narrowing narrowing =
                populations.of(option, requirement, exact, narrowingNames, ofAPlace ? Set.of() : names);
        for (Clause clause : reading.normClauses()) {
            List<Place> answered =
                    stated.isOfInternet() ? WORDING.anywhere(clause.place(), text(rule, clause.place())) : List.of();
            for (ContentWord word : clause.words()) {
                if (answered.stream().anyMatch(word.place()::isWithin)) {
                    continue;
                }
                boolean isPassed = passed.contains(word) || populations.isOpen(word, clause, narrowing);
                if (isPassed || isSpoken(word.part()) && !isKnown(word, known)) {
                    Unsaid kind = isPassed ? Unsaid.QUALIFIER : unsaid(word, clause, scope, known);
                    unsaid.computeIfAbsent(kind, each -> new LinkedHashSet<>()).add(word.text());
                    if (kind.isOpen) {
                        open.add(word.place());
                    }
                    if (kind == Unsaid.OTHER) {
                        openOthers.add(word.place());
                    }
                }
            }
        }
        List<Place> values = Demands.unanswered(rule, reading, requirement, stated, ofAPlace);
        open.addAll(values);
        List<Place> more = new ArrayList<>(further.open(rule, reading, requirement, stated, narrowing));
        joints.subjectsPassedOver(Told.underHeading(rule, reading), own, exact, names)
                .forEach(word -> more.add(word.place()));
        open.addAll(more);
        more.forEach(place -> unsaid.computeIfAbsent(Unsaid.QUALIFIER, each -> new LinkedHashSet<>())
                .add(place.in(text(rule, place))));
        boolean isOfOthers = ofAPlace
                ? reading.normClauses().stream().anyMatch(Coverage::isOfEach) || isOfRegions(rule, reading, requirement)
                : reading.normClauses().stream().anyMatch(clause -> isOfTheService(rule, clause));
        return new Left(
                values.stream()
                        .map(place -> place.in(text(rule, place)))
                        .distinct()
                        .toList(),
                words(unsaid, Unsaid.QUALIFIER),
                words(unsaid, Unsaid.ELSEWHERE),
                words(unsaid, Unsaid.OTHER),
                words(unsaid, Unsaid.EVERYDAY),
                open,
                openOthers,
                isOfOthers);
    }

    private static List<String> words(Map<Unsaid, Set<String>> unsaid, Unsaid kind) {
        return List.copyOf(unsaid.getOrDefault(kind, Set.of()));
    }

    /** Tells which piece of an option's check answers what. */
    Pieces pieces(RuleMetadata rule, Option option, Requirement requirement) {
        return new Pieces(requirement, isOfAPlace(option, requirement), words, names(rule, option));
    }

    /** Whether there is one verdict for the account or a region. What is read for each resource describes that one alone. */
    private static boolean isOfAPlace(Option option, Requirement requirement) {
        return requirement.isOfAPlace()
                && (requirement instanceof Expressions
                        || option.ofResource() == null
                        || option.ofResource().items().isEmpty()
                        || isList(option.ofResource(), requirement.place().call()));
    }

    private static boolean isList(Resource resource, Call call) {
        return resource.list().client().equals(call.client())
                && resource.list().operation().equals(call.operation());
    }

    /** What a word is that no word of the check says. */
    private Unsaid unsaid(ContentWord word, Clause clause, Scope scope, Set<String> known) {
        boolean isElsewhere = isSaidElsewhere(word, scope);
        if (meant.says(word, known, isElsewhere ? Meant.ALIKE : Meant.SOME)) {
            return Unsaid.MEANT;
        }
        if (qualifies(word, clause) || scope.isClient(word.lemma())) {
            return Unsaid.QUALIFIER;
        }
        if (isElsewhere) {
            return Unsaid.ELSEWHERE;
        }
        return word.isEveryday() ? Unsaid.EVERYDAY : Unsaid.OTHER;
    }

    /** What the check itself says, without the names of the read and of the kind of control. */
    private Set<String> own(Option option, Stated stated) {
        Set<String> own = new HashSet<>(words.telling(stated.text()));
        option.words().forEach(own::addAll);
        own.addAll(option.leaf());
        return own;
    }

    /** Whether a clause says "each" of what it judges. */
    private static boolean isOfEach(Clause clause) {
        return clause.parts(Part.Quantifier.class).stream()
                .anyMatch(part -> part.amount() == Amount.EACH && part.role() == Role.SUBJECT);
    }

    /** Whether each Region is to have something, of which the check has one verdict for the account: "Region has at least one trail". */
    private static boolean isOfRegions(RuleMetadata rule, RuleReading reading, Requirement requirement) {
        return requirement instanceof Expressions asked
                && asked.subject() == Subject.Place.ACCOUNT
                && reading.normClauses().stream()
                        .flatMap(clause -> clause.parts(Part.Existence.class).stream())
                        .map(part -> part.place().in(text(rule, part.place())))
                        .anyMatch(said -> said.toLowerCase(Locale.ROOT).startsWith("region"));
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
    boolean names(RuleMetadata rule, RuleReading reading, Fact fact) {
        Set<String> said = new HashSet<>(words.stems(rule.ruleId()));
        reading.contentWords().forEach(word -> said.addAll(words.stems(word.text())));
        return fact.words().stream()
                .map(words::telling)
                .filter(phrase -> !phrase.isEmpty())
                .anyMatch(said::containsAll);
    }

    private boolean isKnown(ContentWord word, Set<String> known) {
        List<String> stems = words.telling(word.text());
        return known.containsAll(stems)
                || stems.equals(List.of(RuleReader.ON))
                || known.containsAll(words.telling(word.text().toLowerCase(Locale.ROOT)));
    }

    private boolean isSaidElsewhere(ContentWord word, Scope scope) {
        return !word.isEveryday() && words.telling(word.text()).stream().anyMatch(scope::isSaid);
    }

    private static boolean qualifies(ContentWord word, Clause clause) {
        return word.part() instanceof Part.Population
                || word.part() instanceof Part.Exemption
                || clause.parts(Part.Joint.class).stream()
                        .flatMap(joint -> joint.things().stream())
                        .anyMatch(thing -> word.place().isWithin(thing));
    }

    static boolean isSpoken(@Nullable Part part) {
        return part == null
                || part instanceof Part.Subject
                || part instanceof Part.Property
                || part instanceof Part.Population
                || part instanceof Part.Exemption;
    }

    private Set<String> known(RuleMetadata rule, Option option, Requirement requirement, Stated stated) {
        Set<String> known = new HashSet<>(option.known());
        known.addAll(names(rule, option));
        known.addAll(words.telling(stated.text()));
        if (option.answer() instanceof Answer.OfFact found) {
            Fact fact = found.fact();
            knowledge.family(fact.family()).map(Family::sentence).ifPresent(text -> known.addAll(words.telling(text)));
        }
        known.addAll(words.telling(
                requirement.place().path() + " " + requirement.place().call().operation()));
        return known;
    }

    /** What the judged thing is called. */
    private Set<String> names(RuleMetadata rule, Option option) {
        Set<String> names = new HashSet<>(words.telling(rule.service() + " " + rule.resource()));
        names.addAll(words.telling(option.client() + " " + WHOSE));
        if (option.answer() instanceof Answer.OfFact found) {
            names.addAll(words.telling(found.resource().id() + " "
                    + String.join(" ", found.resource().names())));
        }
        return names;
    }

    static String text(RuleMetadata rule, Place place) {
        return place.source() == Source.ID
                ? rule.ruleId()
                : place.source() == Source.TITLE ? rule.title() : rule.description();
    }
}
