package org.rulebatch.reading;

import java.util.List;
import java.util.Optional;

/** Finds words that say whether a thing is wanted, in what is asked: "not", "disabled", "prevents", "enabled". */
final class PolarityFinder {

    private final Lexicon lexicon;
    private final Line line;
    private final Grammar grammar;
    private final List<Token> tokens;

    PolarityFinder(Lexicon lexicon, Line line) {
        this.lexicon = lexicon;
        this.line = line;
        this.grammar = new Grammar(lexicon, line);
        this.tokens = line.tokens;
    }

    /** Finds them in a clause; whether an even number of them says that the thing is not wanted. */
    boolean find(int from, int to) {
        boolean wanted = true;
        boolean denied = false;
        for (int at = from; at < to; at++) {
            if (line.role(at) != Role.PROPERTY || line.isMarked(at)) {
                continue;
            }
            wanted ^= grammar.isUndone(at);
            int negation = grammar.negation(at);
            Optional<Boolean> polarity = polarity(at, negation);
            if (polarity.isPresent()) {
                boolean repeated = negation > 0 && denied && isAfterJoint(at, from);
                wanted ^= !polarity.get() && !repeated;
                denied |= negation > 0;
                at += mark(at, negation, polarity.get()) - 1;
            }
        }
        return wanted;
    }

    private Optional<Boolean> polarity(int at, int negation) {
        boolean lacks = lexicon.phrases("findings").length(tokens, at) > 0;
        if (negation > 0 || lacks || lexicon.is("against", tokens.get(at)) && !line.bound[at] && !isAttribute(at)) {
            return Optional.of(false);
        }
        if (line.bound[at] || tokens.get(at).glued()) {
            return Optional.empty();
        }
        int off = lexicon.phrases("off").length(tokens, at);
        int on = lexicon.phrases("on").length(tokens, at);
        if (off > 0) {
            return Optional.of(false);
        }
        return on > 1 || on == 1 && !isPlainPreposition(at) ? Optional.of(true) : Optional.empty();
    }

    /** "rejected" before a noun, not after "is": it tells which traffic is meant. */
    private boolean isAttribute(int at) {
        boolean participle = grammar.isParticiple(at) || tokens.get(at).is("forbidden");
        boolean noun = at + 1 < tokens.size()
                && grammar.isContent(at + 1)
                && !line.isMarked(at + 1)
                && !grammar.isPreposition(at + 1);
        return participle
                && noun
                && at > 0
                && !grammar.isAuxiliary(at - 1)
                && line.source != Source.ID
                && grammar.negation(at - 1) == 0
                && grammar.joint(at + 1) == 0;
    }

    /** "on" before a noun. */
    private boolean isPlainPreposition(int at) {
        return tokens.get(at).is("on")
                && at + 1 < tokens.size()
                && tokens.get(at + 1).isWord()
                && !lexicon.is("prepositions", tokens.get(at + 1))
                && grammar.joint(at + 1) == 0;
    }

    private int mark(int at, int negation, boolean wanted) {
        int length = Math.max(
                1,
                Math.max(
                        negation,
                        Math.max(
                                lexicon.phrases("off").length(tokens, at),
                                Math.max(
                                        lexicon.phrases("on").length(tokens, at),
                                        lexicon.phrases("findings").length(tokens, at)))));
        line.mark(at, at + length, (place, role) -> new Part.Polarity(place, wanted));
        return length;
    }

    /** "no users or no roles" is one denial. */
    private boolean isAfterJoint(int at, int from) {
        return at > from
                && (grammar.joint(at - 1) > 0
                        || grammar.isComma(at - 1)
                        || tokens.get(at - 1).is("("));
    }
}
