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

    private static final double SAME_TOPIC = 0.5;
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

    private static Contradiction contradiction(Kind kind, Clause first, String firstText, Clause second, String secondText) {
        return new Contradiction(
                kind, first.place(), second.place(), first.place().in(firstText), second.place().in(secondText));
    }

    /** What a clause is about, without "not" and opposites. */
    private record Topic(Set<String> words, boolean wanted) {}

    private Optional<Kind> polarity(Clause first, Clause second) {
        Topic one = topic(first);
        Topic other = topic(second);
        Set<String> common = new HashSet<>(one.words());
        common.retainAll(other.words());
        int smaller = Math.min(one.words().size(), other.words().size());
        boolean same = smaller > 0 && common.size() >= Math.max(1, SAME_TOPIC * Math.max(one.words().size(), other.words().size()));
        return same && one.wanted() != other.wanted() ? Optional.of(Kind.POLARITY) : Optional.empty();
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
        return first.keySet().stream()
                .filter(second::containsKey)
                .anyMatch(unit -> first.get(unit).stream().noneMatch(second.get(unit)::contains));
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
