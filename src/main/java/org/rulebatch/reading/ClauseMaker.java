package org.rulebatch.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes a clause of a line whose words have their sides and marks. */
final class ClauseMaker {

    private static final Comparator<Part> BY_PLACE = Comparator.comparingInt(
                    (Part part) -> part.place().from())
            .thenComparingInt(part -> part.place().to());

    private final Line line;
    private final Grammar grammar;
    private final int from;
    private final int to;
    private final boolean[] breaks;

    ClauseMaker(Line line, Grammar grammar, int from, int to, boolean[] breaks) {
        this.line = line;
        this.grammar = grammar;
        this.from = from;
        this.to = to;
        this.breaks = breaks;
    }

    /** @param more parts that have no words of their own */
    Clause clause(Form form, boolean wanted, List<Part> more) {
        Map<Integer, Part> byToken = new HashMap<>(marked());
        runs(byToken);
        List<Part> parts = new ArrayList<>(byToken.values().stream().distinct().toList());
        parts.addAll(more);
        parts.sort(BY_PLACE);
        return new Clause(line.place(from, to), form, wanted, parts, words(byToken));
    }

    private Map<Integer, Part> marked() {
        Map<Integer, Part> made = new HashMap<>();
        Map<Integer, Part> byToken = new HashMap<>();
        for (int at = from; at < to; at++) {
            if (line.isMarked(at) && line.role(at) != Role.PURPOSE) {
                byToken.put(at, made.computeIfAbsent(line.mark(at), line::part));
            }
        }
        return byToken;
    }

    /** A part of each run of words on one side, between which only fillers stand. */
    private void runs(Map<Integer, Part> byToken) {
        int at = from;
        while (at < to) {
            Role role = line.role(at);
            int end = at + 1;
            while (end < to && line.role(end) == role && !breaks[end] && !breaks[end - 1]) {
                end++;
            }
            if (role != null) {
                run(at, end, role, byToken);
            }
            at = end;
        }
    }

    private void run(int from, int to, Role role, Map<Integer, Part> byToken) {
        IntPredicate said = at -> grammar.isContent(at) && !byToken.containsKey(at);
        int[] words = IntStream.range(from, to).filter(said).toArray();
        if (words.length == 0) {
            exemption(from, to, role, byToken);
            return;
        }
        Place place = line.place(words[0], words[words.length - 1] + 1);
        List<String> lemmas = IntStream.of(words).mapToObj(this::lemma).toList();
        Part part = part(role, place, lemmas, IntStream.range(from, to).anyMatch(at -> grammar.negation(at) > 0));
        IntStream.of(words).forEach(at -> byToken.put(at, part));
    }

    /** What is asked is named without "un-", which the direction of the clause says. */
    private String lemma(int at) {
        return line.role(at) == Role.PROPERTY ? grammar.undone(at) : line.at(at).lemma();
    }

    /** An exception that is only a value: "except for us-gov-west-1". */
    private void exemption(int from, int to, Role role, Map<Integer, Part> byToken) {
        if (role == Role.EXCEPTION && IntStream.range(from, to).anyMatch(at -> line.opening[at])) {
            byToken.put(from, new Part.Exemption(line.place(from, to), List.of()));
        }
    }

    private static Part part(Role role, Place place, List<String> lemmas, boolean negated) {
        return switch (role) {
            case SUBJECT -> new Part.Subject(place, lemmas);
            case POPULATION -> new Part.Population(place, lemmas, negated);
            case PROPERTY -> new Part.Property(place, lemmas);
            case EXCEPTION -> new Part.Exemption(place, lemmas);
            case PURPOSE -> new Part.Purpose(place);
        };
    }

    private List<ContentWord> words(Map<Integer, Part> byToken) {
        List<ContentWord> words = new ArrayList<>();
        for (int at = from; at < to; at++) {
            if (grammar.isContent(at)) {
                Token token = line.at(at);
                @Nullable Part part = byToken.get(at);
                boolean everyday = grammar.isEveryday(at);
                words.add(new ContentWord(token.text(), lemma(at), line.place(at, at + 1), part, everyday));
            }
        }
        return words;
    }
}
