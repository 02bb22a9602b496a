package org.rulebatch.generate.embedded;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import org.rulebatch.reading.Joining;
import org.rulebatch.reading.Part;
import org.rulebatch.reading.Place;
import org.rulebatch.reading.Role;
import org.rulebatch.reading.RuleReading;
import org.rulebatch.reading.Source;
import org.rulebatch.reading.Wording;
import org.rulebatch.requirement.Call;
import org.rulebatch.requirement.Expressions;
import org.rulebatch.requirement.Requirement;

/** Holds what a rule says against a check made of a fact: which words of the rule nothing in the check answers. */
final class Coverage {

    /** Said of a standby or a copy: that there are two, and the field that shows it holds no number. */
    private static final String ORDINAL = "a second";

    /** Everything that is read is of the own account. */
    private static final String WHOSE = "account own owned";

    /** From here on two words may say the same. */
    private static final double MEANS = 0.4;

    /** And from here on a word that other facts of the service use. */
    private static final double MEANS_ALIKE = 0.55;

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

    /** An age in a check, and words of fields that tell when a thing was last used. */
    private static final Pattern COUNTED = Pattern.compile("age\\(|[Dd]ate\\b|[Tt]ime\\b");

    private static final Pattern USE = Pattern.compile("(?i)last|used|access(?!key)|activity|invo|login|signin");

    /** "Or longer" is no second thing. */
    private static final Pattern COMPARATIVE =
            Pattern.compile("(?i)longer|less|more|fewer|greater|later|newer|higher|above|better|stronger");

    private static final Wording WORDING = Wording.bundled();

    private final Knowledge knowledge;
    private final RuleReader words;
    private final WordVectors vectors;
    private final Populations populations;

    Coverage(Knowledge knowledge, RuleReader words, WordVectors vectors) {
        this.knowledge = knowledge;
        this.words = words;
        this.vectors = vectors;
        this.populations = new Populations(knowledge, words, vectors);
    }

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
            List<String> noted =
                    Stream.of(others, everyday).flatMap(List::stream).toList();
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
            return 4 * values.size()
                    + 2 * (qualifiers.size() + elsewhere.size())
                    + others.size()
                    + (isOfOthers ? 1 : 0);
        }
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
        Set<ContentWord> passed = passedOver(reading, own, exact, names);
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
            for (ContentWord word : clause.words()) {
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
        List<Place> values = values(rule, reading, requirement, stated, ofAPlace);
        open.addAll(values);
        List<Place> further = further(rule, reading, requirement, stated, narrowing);
        open.addAll(further);
        further.forEach(place -> unsaid.computeIfAbsent(Unsaid.QUALIFIER, each -> new LinkedHashSet<>())
                .add(place.in(text(rule, place))));
        boolean isOfOthers = ofAPlace
                ? reading.normClauses().stream().anyMatch(Coverage::isOfEach)
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

    /** What is not one word of the norm: listed values, a protocol, an action, and those that the description leaves out. */
    private List<Place> further(
            RuleMetadata rule,
            RuleReading reading,
            Requirement requirement,
            Stated stated,
            Populations.Narrowing narrowing) {
        List<Place> further = new ArrayList<>(Lists.passedOver(rule, reading, requirement));
        further.addAll(Protocols.passedOver(rule, reading, stated));
        for (Clause clause : reading.normClauses()) {
            WORDING.actions(clause.place(), text(rule, clause.place())).forEach((place, action) -> {
                if (!stated.has(action)) {
                    further.add(place);
                }
            });
        }
        for (Clause clause : reading.normClauses()) {
            WORDING.sinceUse(clause.place(), text(rule, clause.place()))
                    .filter(place -> COUNTED.matcher(stated.text()).find()
                            && !USE.matcher(stated.text()).find())
                    .ifPresent(further::add);
        }
        if (reading.normClauses().stream()
                        .allMatch(clause -> clause.parts(Part.Measure.class).isEmpty())
                && stated.hasBound()) {
            reading.clauses(Source.DESCRIPTION).forEach(clause -> clause.parts(Part.Measure.class).stream()
                    .filter(measure -> measure.role() == Role.PROPERTY && Stated.isOfTime(measure.unit()))
                    .filter(measure -> !stated.has(clause, measure))
                    .forEach(measure -> further.add(measure.place())));
        }
        further.addAll(populations.outOfScope(rule, reading, narrowing));
        return further;
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

    private static List<Place> values(
            RuleMetadata rule, RuleReading reading, Requirement requirement, Stated stated, boolean ofAPlace) {
        Stream<Place> asked = reading.normClauses().stream().flatMap(clause -> {
            String text = text(rule, clause.place());
            return clause.parts().stream()
                    .filter(part -> isAsked(part)
                            && !isAnswered(clause, part, part.place().in(text), requirement, stated, ofAPlace))
                    .map(Part::place);
        });
        Stream<Place> demanded = reading.parts(Part.Existence.class)
                .filter(part -> part.place().source() == Source.DESCRIPTION && !ofAPlace)
                .filter(part -> WORDING.demands(part.place().in(rule.description())))
                .map(Part::place);
        boolean narrow = requirement instanceof Expressions whole && whole.where() != null;
        Stream<Place> anyhow = reading.normClauses().stream()
                .filter(clause -> narrow)
                .flatMap(clause -> WORDING.anyhow(clause.place(), text(rule, clause.place())).stream());
        return Stream.of(asked, demanded, anyhow).flatMap(places -> places).toList();
    }

    /** What a word is that no word of the check says. */
    private Unsaid unsaid(ContentWord word, Clause clause, Scope scope, Set<String> known) {
        boolean isElsewhere = isSaidElsewhere(word, scope);
        if (isMeant(word, known, isElsewhere ? MEANS_ALIKE : MEANS)) {
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

    /**
     * The words of those of several things that the check itself does not say, where it says another one of them: of "encrypted and
     * versioned" a comparison answers one, although the read or the kind of control may go by the name of the other. Of two things one
     * of which is enough, both must stand in the check itself: another word for the first is no second way to comply.
     *
     * @param own what the check and the phrases of its fact say
     * @param exact what the check says
     */
    private Set<ContentWord> passedOver(RuleReading reading, Set<String> own, Set<String> exact, Set<String> names) {
        Set<ContentWord> passed = new HashSet<>();
        for (Part.Joint joint : joints(reading)) {
            List<List<ContentWord>> things = joint.things().stream()
                    .map(thing -> reading.contentWords().stream()
                            .filter(word -> isIn(word, thing) && isSpoken(word.part()))
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
        return words.telling(word.text()).stream().anyMatch(own::contains) || isMeant(word, own, MEANS_ALIKE);
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

    private static boolean isIn(ContentWord word, Place thing) {
        return word.place().isWithin(thing);
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

    private boolean isMeant(ContentWord word, Set<String> known, double closeness) {
        return words.telling(word.text()).stream()
                .allMatch(stem -> known.stream().anyMatch(each -> vectors.closeness(stem, each) >= closeness));
    }

    private boolean isSaidElsewhere(ContentWord word, Scope scope) {
        return !word.isEveryday() && words.telling(word.text()).stream().anyMatch(scope::isSaid);
    }

    private static boolean qualifies(ContentWord word, Clause clause) {
        return word.part() instanceof Part.Population
                || word.part() instanceof Part.Exemption
                || clause.parts(Part.Joint.class).stream()
                        .flatMap(joint -> joint.things().stream())
                        .anyMatch(thing -> isIn(word, thing));
    }

    /** Whether a part is a value or a form of the demand, which the check must have as such. */
    static boolean isAsked(Part part) {
        if (part instanceof Part.Measure measure) {
            return measure.role() != Role.PURPOSE;
        }
        if (part instanceof Part.Values values) {
            return values.role() != Role.PURPOSE && values.role() != Role.SUBJECT;
        }
        return part instanceof Part.Existence || part instanceof Part.Exemption;
    }

    private static boolean isAnswered(
            Clause clause, Part part, String text, Requirement requirement, Stated stated, boolean ofAPlace) {
        if (part instanceof Part.Measure measure) {
            if (ORDINAL.equalsIgnoreCase(text)) {
                return true;
            }
            boolean ofLast = text.toLowerCase(Locale.ROOT).contains("last ");
            return stated.has(clause, measure)
                    || ofLast && measure.numbers().stream().allMatch(stated::has);
        }
        if (part instanceof Part.Values values) {
            return values.values().stream().allMatch(stated::has);
        }
        if (part instanceof Part.Exemption exemption) {
            return requirement instanceof Expressions asked && asked.where() != null
                    || exemption.lemmas().stream().allMatch(stated::has);
        }
        return ofAPlace;
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
