package org.rulebatch.reading;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Tells whether a clause asks that there is one of a thing: "there must be", "at least one … is configured", "the account has". */
final class Existences {

    private final Lexicon lexicon;
    private final Line line;
    private final Grammar grammar;
    private final List<Token> tokens;

    Existences(Lexicon lexicon, Line line) {
        this.lexicon = lexicon;
        this.line = line;
        this.grammar = new Grammar(lexicon, line);
        this.tokens = line.tokens;
    }

    Optional<Part> find(int from, int to) {
        if (IntStream.range(from, to)
                .anyMatch(at -> line.isMarked(at) && line.part(line.mark(at)) instanceof Part.Existence)) {
            return Optional.empty();
        }
        Optional<Part> said = said(from, to);
        if (said.isPresent()) {
            return said;
        }
        Optional<Part> atLeastOne = IntStream.range(from, to)
                .filter(at -> isAmount(at, Amount.AT_LEAST_ONE) && line.role(at) == Role.SUBJECT)
                .mapToObj(at -> existence(line.part(line.mark(at)).place()))
                .findFirst();
        return atLeastOne.or(() -> holder(from, to));
    }

    private Optional<Part> said(int from, int to) {
        boolean each = IntStream.range(from, to)
                .anyMatch(at -> isAmount(at, Amount.EACH) && line.role(at) == Role.SUBJECT && !isPlace(at));
        boolean only = IntStream.range(from, to).anyMatch(at -> isAmount(at, Amount.ONLY));
        for (int at = from; at < to; at++) {
            int length = lexicon.phrases("existences").length(tokens, at);
            boolean there = tokens.get(at).is("there")
                    || at + 1 < tokens.size() && tokens.get(at + 1).is("there");
            if (length > 0
                    && line.role(at) == Role.PROPERTY
                    && (there || !each && !only && !hasOther(from, at, at + length))) {
                return Optional.of(existence(line.place(at, at + length)));
            }
        }
        return Optional.empty();
    }

    /** Whether something else than that it exists is asked of a resource before the verb. */
    private boolean hasOther(int from, int at, int end) {
        boolean thing =
                IntStream.range(from, at).anyMatch(before -> line.role(before) == Role.SUBJECT && line.things[before]);
        return tokens.get(end - 1).is("present")
                && thing
                && IntStream.range(from, at)
                        .anyMatch(before -> line.role(before) == Role.PROPERTY && grammar.isContent(before));
    }

    /** "The account has a …", "… is registered in the account". */
    private Optional<Part> holder(int from, int to) {
        for (int at = from; at < to; at++) {
            boolean holder = lexicon.is("holders", tokens.get(at));
            boolean has = holder
                    && !line.isMarked(at)
                    && at + 1 < to
                    && hasFrom(at + 1, to)
                    && line.role(at) == Role.SUBJECT
                    && isAlone(from, at);
            boolean inside = holder
                    && !line.isMarked(at)
                    && at > from + 1
                    && isIn(at)
                    && IntStream.range(from, at)
                            .anyMatch(before ->
                                    lexicon.is("thereIs", tokens.get(before)) && line.role(before) == Role.PROPERTY)
                    && IntStream.range(from, at).noneMatch(before -> isAmount(before, Amount.EACH) && !isPlace(before));
            if (has || inside) {
                return Optional.of(existence(line.place(at, at + 1)));
            }
        }
        return Optional.empty();
    }

    private boolean hasFrom(int from, int to) {
        int at = from + grammar.modal(from);
        return at < to && grammar.isHave(at);
    }

    /** Whether the account itself is the subject, and not one of its users. */
    private boolean isAlone(int from, int at) {
        return IntStream.range(from, at)
                .noneMatch(before -> grammar.isContent(before)
                        && !line.isMarked(before)
                        && line.role(before) == Role.SUBJECT
                        && !tokens.get(before).is("aws"));
    }

    private boolean isIn(int at) {
        return IntStream.range(Math.max(0, at - 2), at)
                .anyMatch(before ->
                        tokens.get(before).is("in") || tokens.get(before).is("for"));
    }

    private boolean isPlace(int at) {
        return lexicon.phrases("places").length(tokens, at) > 0
                || at + 1 < tokens.size() && lexicon.phrases("places").length(tokens, at + 1) > 0;
    }

    private boolean isAmount(int at, Amount amount) {
        return line.isMarked(at)
                && line.part(line.mark(at)) instanceof Part.Quantifier quantifier
                && quantifier.amount() == amount;
    }

    private static Part existence(Place place) {
        return new Part.Existence(place);
    }
}
