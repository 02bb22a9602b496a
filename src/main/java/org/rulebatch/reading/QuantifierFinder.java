package org.rulebatch.reading;

import java.util.List;
import java.util.function.BiFunction;

/** Finds words that say how many are meant: "each", "at least one", "only". */
final class QuantifierFinder {

    private static final int FARTHEST_NOUN = 3;

    private final Lexicon lexicon;
    private final Line line;
    private final List<Token> tokens;

    QuantifierFinder(Lexicon lexicon, Line line) {
        this.lexicon = lexicon;
        this.line = line;
        this.tokens = line.tokens;
    }

    /** Finds them before the sides of the sentence are known; "no" is left, which may belong to the verb. */
    void find() {
        for (int at = 0; at < tokens.size(); at++) {
            int atLeastOne = lexicon.phrases("atLeastOne").length(tokens, at);
            int only = lexicon.phrases("only").length(tokens, at);
            int each = lexicon.phrases("each").length(tokens, at);
            if (line.isMarked(at) || line.bound[at]) {
                continue;
            }
            if (atLeastOne > 0 && !line.isMarked(at, at + atLeastOne)) {
                line.mark(at, at + atLeastOne, amount(Amount.AT_LEAST_ONE));
            } else if (only > 0 && !tokens.get(at).glued() && !isGluedToNext(at)) {
                line.mark(at, at + only, amount(Amount.ONLY));
            } else if (each > 0 && !line.isMarked(at, at + each) && at + each < tokens.size()) {
                each(at, at + each);
            }
        }
    }

    private boolean isGluedToNext(int at) {
        return at + 1 < tokens.size() && tokens.get(at + 1).glued();
    }

    private void each(int from, int to) {
        int place = lexicon.phrases("places").length(tokens, to);
        boolean kind = false;
        for (int at = to; at < Math.min(tokens.size(), to + FARTHEST_NOUN); at++) {
            kind |= lexicon.isForm("kinds", tokens.get(at)) && !line.things[to];
        }
        boolean kinds = kind;
        line.mark(
                from,
                to + place,
                (where, role) -> new Part.Quantifier(
                        where,
                        role,
                        role == Role.PROPERTY && place == 0 && !line.things[to] || kinds
                                ? Amount.EVERY_KIND
                                : Amount.EACH));
    }

    /** Finds "no" and its like before the subject. */
    void findNone(int from, int to) {
        for (int at = from; at < to; at++) {
            Role role = line.role(at);
            int length = lexicon.phrases("none").length(tokens, at);
            if (length > 0 && role == Role.SUBJECT && !line.isMarked(at)) {
                line.mark(at, at + length, amount(Amount.NONE));
            }
        }
    }

    private static BiFunction<Place, Role, Part> amount(Amount amount) {
        return (place, role) -> new Part.Quantifier(place, role, amount);
    }
}
