package org.rulebatch.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.rulebatch.reading.Contradiction.Kind;

/** Compares what two texts of a rule ask: whether a thing is wanted, and the numbers. */
final class Contradictions {

    private static final double SAME_TOPIC = 0.6;
    private static final Map<Unit, Integer> SECONDS =
            Map.of(Unit.DAYS, 86_400, Unit.HOURS, 3_600, Unit.MINUTES, 60, Unit.SECONDS, 1);

    private final Lexicon lexicon;

    Contradictions(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    List<Contradiction> between(List<Clause> first, String firstText, List<Clause> second, String secondText) {
        List<Contradiction> found = new ArrayList<>();
        if (first.size() == 1 && second.size() == 1) {
            polarity(first.get(0), second.get(0))
                    .map(kind -> contradiction(kind, first.get(0), firstText, second.get(0), secondText))
                    .ifPresent(found::add);
        }
        if (!first.isEmpty() && !second.isEmpty() && differ(numbers(first), numbers(second))) {
            found.add(contradiction(Kind.NUMBER, first.get(0), firstText, second.get(0), secondText));
        }
        return found;
    }

    private static Contradiction contradiction(
            Kind kind, Clause first, String firstText, Clause second, String secondText) {
        return new Contradiction(
                kind,
                first.place(),
                second.place(),
                first.place().in(firstText),
                second.place().in(secondText));
    }

    /** What a clause is about, without "not" and opposites. */
    private record Topic(Set<String> words, boolean wanted) {}

    private Optional<Kind> polarity(Clause first, Clause second) {
        Topic one = topic(first);
        Topic other = topic(second);
        Set<String> common = new HashSet<>(one.words());
        common.retainAll(other.words());
        int smaller = Math.min(one.words().size(), other.words().size());
        boolean same = smaller > 0
                && isExplicit(first)
                && isExplicit(second)
                && common.size()
                        >= Math.max(
                                1,
                                SAME_TOPIC
                                        * Math.max(
                                                one.words().size(),
                                                other.words().size()));
        return same && one.wanted() != other.wanted() ? Optional.of(Kind.POLARITY) : Optional.empty();
    }

    /** Whether a clause says how it wants a thing; a bare name in an id, a heading or what a check looks at does not. */
    private boolean isExplicit(Clause clause) {
        boolean assesses = clause.words().stream().anyMatch(word -> lexicon.isAssessing(word.lemma()));
        boolean turned = clause.parts(Part.Property.class).stream()
                .flatMap(property -> property.lemmas().stream())
                .anyMatch(lexicon::isTurned);
        boolean says = !clause.parts(Part.Polarity.class).isEmpty()
                || turned
                || clause.parts(Part.Quantifier.class).stream().anyMatch(each -> each.amount() == Amount.NONE);
        boolean done =
                clause.words().stream().anyMatch(word -> word.text().endsWith("ed") && lexicon.isGood(word.text()));
        boolean norm = clause.place().source() != Source.ID
                && (clause.form() == Form.STATEMENT || clause.form() == Form.ORDER);
        return !assesses
                && clause.form() != Form.FINDING
                && clause.form() != Form.QUESTION
                && (says || done || norm && clause.place().source() == Source.TITLE);
    }

    private Topic topic(Clause clause) {
        Set<String> words = new TreeSet<>();
        boolean wanted = clause.wanted();
        for (Part.Property property : clause.parts(Part.Property.class)) {
            for (String lemma : property.lemmas()) {
                String folded = lexicon.opposites.getOrDefault(lemma, lemma);
                wanted ^= lexicon.isTurned(lemma);
                words.add(folded);
            }
        }
        for (Part.Values values : clause.parts(Part.Values.class)) {
            values.values().forEach(words::add);
        }
        words.remove("access");
        return new Topic(words, wanted);
    }

    private static boolean differ(Map<Unit, Set<BigDecimal>> first, Map<Unit, Set<BigDecimal>> second) {
        return first.entrySet().stream().anyMatch(entry -> {
            Set<BigDecimal> other = second.getOrDefault(entry.getKey(), Set.of());
            return !other.isEmpty() && entry.getValue().stream().noneMatch(other::contains);
        });
    }

    /** The numbers that are asked, by unit; times in seconds. */
    private static Map<Unit, Set<BigDecimal>> numbers(List<Clause> clauses) {
        Map<Unit, Set<BigDecimal>> numbers = new EnumMap<>(Unit.class);
        clauses.stream()
                .flatMap(clause -> clause.parts(Part.Measure.class).stream())
                .filter(measure -> measure.unit() != Unit.VERSION && measure.unit() != Unit.COUNT)
                .forEach(measure -> measure.amounts().forEach(amount -> {
                    Integer seconds = SECONDS.get(measure.unit());
                    Unit unit = seconds == null ? measure.unit() : Unit.SECONDS;
                    BigDecimal plain = seconds == null ? amount : amount.multiply(BigDecimal.valueOf(seconds));
                    numbers.computeIfAbsent(unit, each -> new TreeSet<>()).add(plain);
                }));
        return numbers;
    }
}
