package org.rulebatch.generate.embedded;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.rulebatch.generate.embedded.Option.Answer;
import org.rulebatch.knowledge.Knowledge;
import org.rulebatch.meaning.WordVectors;
import org.rulebatch.metadata.RuleMetadata;
import org.rulebatch.reading.Clause;
import org.rulebatch.reading.ContentWord;
import org.rulebatch.reading.Form;
import org.rulebatch.reading.Part;
import org.rulebatch.reading.Place;
import org.rulebatch.reading.Role;
import org.rulebatch.reading.RuleReading;
import org.rulebatch.reading.Source;
import org.rulebatch.reading.ValueKind;
import org.rulebatch.reading.Wording;
import org.rulebatch.requirement.Call;
import org.rulebatch.requirement.Condition;
import org.rulebatch.requirement.Conditions;
import org.rulebatch.requirement.Expressions;
import org.rulebatch.requirement.Read;
import org.rulebatch.requirement.Requirement;
import org.rulebatch.requirement.Subject;
import org.rulebatch.requirement.Where;

/**
 * Tells which words of a rule narrow the things that it is about, and whether the check narrows them so: by its population, its reads,
 * its parameters, or by being about a resource of that name. That a word stands in the field that is judged does not narrow anything.
 */
final class Populations {

    /** From here on two words may say the same. */
    private static final double MEANS = 0.5;

    private final Knowledge knowledge;
    private final RuleReader words;
    private final WordVectors vectors;

    Populations(Knowledge knowledge, RuleReader words, WordVectors vectors) {
        this.knowledge = knowledge;
        this.words = words;
        this.vectors = vectors;
    }

    /**
     * What narrows the items of a check.
     *
     * @param names stems of names, reads and parameters
     * @param longer stems of longer names: "notification topic", "fargate service"
     * @param where stems of the population, and of the phrases for it
     * @param exact stems of all that the check says
     */
    record Narrowing(Set<String> names, Set<String> longer, Set<String> where, Set<String> exact) {}

    /**
     * What the judged thing is called, whichever of them it is: of "service" and "fargate service" the longer name may be that of some.
     * The service's own names narrow nothing.
     *
     * @param ofAPlace whether there is one verdict for a place, whose names are not those of what the rule asks to be there
     */
    Set<String> names(RuleMetadata rule, Option option, boolean ofAPlace) {
        Set<String> names = new HashSet<>(words.telling(rule.service() + " " + rule.resource()));
        names.addAll(words.telling(option.client() + " account own owned"));
        names.add(option.client());
        names.add(rule.service());
        if (!ofAPlace && option.answer() instanceof Answer.OfFact found) {
            Call list = found.resource().list();
            names.addAll(words.telling(found.resource().id() + " " + list.operation() + " " + params(list)));
            List<Set<String>> all = found.resource().names().stream()
                    .map(name -> Set.copyOf(words.telling(name)))
                    .distinct()
                    .toList();
            for (Set<String> name : all) {
                boolean ofSome = all.stream().anyMatch(other -> other.size() < name.size() && name.containsAll(other));
                if (!ofSome) {
                    names.addAll(name);
                }
            }
        }
        return names;
    }

    /**
     * What narrows.
     *
     * @param exact stems of what the check says
     * @param names what the judged thing is called
     * @param longer what it is called by longer names
     */
    Narrowing of(Option option, Requirement requirement, Set<String> exact, Set<String> names, Set<String> longer) {
        Set<String> narrowing = new HashSet<>(names);
        Set<String> where = new HashSet<>();
        if (requirement instanceof Expressions asked) {
            narrowing.addAll(words.telling(asked.parameters().values().toString()));
            reads(asked)
                    .forEach(read -> narrowing.addAll(words.telling(read.call().client() + " "
                            + read.call().operation() + " " + params(read.call()) + " " + read.items())));
            if (asked.where() != null) {
                where.addAll(words.telling(asked.where()));
                option.words().forEach(where::addAll);
            }
        } else {
            for (Condition condition : ((Conditions) requirement).conditions()) {
                narrowing.addAll(words.telling(params(condition.call())));
                for (Where filter : condition.expectation().where()) {
                    where.addAll(words.telling(filter.path() + " " + filter.value()));
                }
            }
        }
        return new Narrowing(narrowing, longer, where, exact);
    }

    /** Whether a word narrows what a rule is about and nothing of the check does. */
    boolean isOpen(ContentWord word, Clause clause, Narrowing narrowing) {
        return narrows(word, clause, narrowing) && !isAnswered(word, clause, narrowing);
    }

    private static String params(Call call) {
        String params = call.params().toString();
        return params + " " + Wording.bundled().meaningOf(call.params().values());
    }

    private boolean narrows(ContentWord word, Clause clause, Narrowing narrowing) {
        Part part = word.part();
        boolean everyday = word.isEveryday() && !Wording.bundled().isSelecting(word.lemma());
        boolean population =
                part instanceof Part.Population && !everyday && isOfASubject(word, part, clause, narrowing);
        boolean value = part instanceof Part.Values values
                && (values.role() == Role.SUBJECT || values.role() == Role.POPULATION)
                && values.kind() == ValueKind.PORT
                && word.text().matches("[A-Za-z]+");
        boolean kind = part instanceof Part.Property && clause.asksExistence() && isBeforeSubject(word, clause);
        boolean selected = part instanceof Part.Population && Wording.bundled().isSelecting(word.lemma());
        return population || selected || value || kind || part instanceof Part.Subject && isOfAService(word, clause);
    }

    /** Whether a part stands before what a sentence with a verb asks, something of which the check says. */
    private boolean isOfASubject(ContentWord word, Part part, Clause clause, Narrowing narrowing) {
        int asked = clause.parts(Part.Property.class).stream()
                .mapToInt(property -> property.place().from())
                .min()
                .orElse(-1);
        return (clause.form() == Form.STATEMENT || clause.form() == Form.ORDER || clause.form() == Form.QUESTION)
                && !clause.parts(Part.Subject.class).isEmpty()
                && part.place().to() <= asked
                && (clause.asksExistence()
                        || isProper(word, clause)
                        || clause.words().stream()
                                .filter(other -> other.part() instanceof Part.Property)
                                .anyMatch(other ->
                                        words.telling(other.text()).stream().anyMatch(narrowing.exact()::contains)));
    }

    /** Whether a word says of which kind there must be one: "at least one cost budget". */
    private static boolean isBeforeSubject(ContentWord word, Clause clause) {
        return !word.isEveryday()
                && clause.parts(Part.Subject.class).stream()
                        .anyMatch(subject ->
                                subject.place().from() == word.place().to() + 1);
    }

    /** Whether a word is written as a name and is that of a service. */
    private boolean isOfAService(ContentWord word, Clause clause) {
        String name = word.text();
        return isProper(word, clause)
                && !knowledge.resources(name.toLowerCase(Locale.ROOT)).isEmpty();
    }

    /** Whether a word is written as a proper name is. */
    private static boolean isProper(ContentWord word, Clause clause) {
        String text = word.text();
        return text.chars().skip(1).anyMatch(Character::isUpperCase)
                || word.place().from() > clause.place().from() && Character.isUpperCase(text.charAt(0));
    }

    private boolean isAnswered(ContentWord word, Clause clause, Narrowing narrowing) {
        String text = word.text().toLowerCase(Locale.ROOT);
        List<String> stems = words.telling(text);
        boolean strict = isProper(word, clause)
                || clause.asksExistence() && !(word.part() instanceof Part.Subject)
                || Wording.bundled().isSelecting(word.lemma());
        boolean said = word.part() instanceof Part.Subject && narrowing.exact().containsAll(stems)
                || stems.equals(List.of(RuleReader.ON))
                || text.length() > 2 && narrowing.names().stream().anyMatch(name -> name.startsWith(text));
        return said
                || stems.stream()
                        .allMatch(stem -> narrowing.names().contains(stem)
                                || narrowing.where().contains(stem)
                                || !strict && (narrowing.longer().contains(stem) || isNear(stem, narrowing.where())));
    }

    private boolean isNear(String stem, Collection<String> others) {
        return others.stream().anyMatch(other -> vectors.closeness(stem, other) >= MEANS);
    }

    /** Where the description speaks of things that the rule does not concern, of which the check says nothing. */
    List<Place> outOfScope(RuleMetadata rule, RuleReading reading, Narrowing narrowing) {
        List<Place> places = new ArrayList<>();
        for (Clause clause : reading.clauses(Source.DESCRIPTION)) {
            Wording.bundled().outOfScope(clause.place(), rule.description()).ifPresent(phrase -> {
                List<ContentWord> said = clause.words().stream()
                        .filter(word -> !word.isEveryday() && !word.place().isWithin(phrase))
                        .filter(word -> !narrowing
                                .names()
                                .containsAll(words.telling(word.text().toLowerCase(Locale.ROOT))))
                        .toList();
                if (!said.isEmpty()
                        && !isWhereOfNorm(reading, narrowing)
                        && said.stream().noneMatch(word -> isAnswered(word, clause, narrowing))) {
                    places.add(clause.place());
                }
            });
        }
        return places;
    }

    /** Whether the check has the population that the norm names; what the description says beside it is then the rest. */
    private boolean isWhereOfNorm(RuleReading reading, Narrowing narrowing) {
        return reading.contentWords().stream()
                .filter(word -> word.part() instanceof Part.Population)
                .anyMatch(word -> narrowing.where().containsAll(words.telling(word.text())));
    }

    private static List<Read> reads(Expressions asked) {
        Stream<Subject> own = Stream.of(asked.subject());
        return Stream.concat(own, asked.with().values().stream())
                .filter(Subject.Items.class::isInstance)
                .flatMap(items -> ((Subject.Items) items).reads().stream())
                .toList();
    }
}
