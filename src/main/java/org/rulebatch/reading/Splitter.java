package org.rulebatch.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Cuts a sentence where it goes on with a verb of its own: "… are encrypted and must not be public". */
final class Splitter {

    private static final int LONGEST_SUBJECT = 8;

    private final Lexicon lexicon;
    private final Line line;
    private final Grammar grammar;

    Splitter(Lexicon lexicon, Line line) {
        this.lexicon = lexicon;
        this.line = line;
        this.grammar = new Grammar(lexicon, line);
    }

    /**
     * A clause of a sentence.
     *
     * @param shares whether it has the subject of the clause before
     */
    record Piece(int from, int to, boolean shares) {}

    List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>();
        int start = 0;
        boolean shares = false;
        for (int at = 1; at < line.size() - 1; at++) {
            boolean semicolon = line.at(at).is(";");
            int joint = semicolon ? 1 : Math.max(grammar.joint(at), line.at(at).is("but") ? 1 : 0);
            int next = at + joint;
            if (joint == 0
                    || next >= line.size()
                    || line.isMarked(at)
                    || isSubordinate(start, at)
                    || !hasVerb(start, at)) {
                continue;
            }
            boolean own = isSubjectWithVerb(next);
            boolean verb = isVerbFirst(next);
            if (semicolon || own || verb) {
                pieces.add(new Piece(start, at, shares));
                shares = verb && !own;
                start = next;
            }
        }
        pieces.add(new Piece(start, line.size(), shares));
        return pieces;
    }

    private boolean hasVerb(int from, int to) {
        return IntStream.range(from, to)
                .anyMatch(at -> grammar.isFinite(at) || at > from && grammar.isVerbAfter(at - 1, at));
    }

    /** Whether a condition, an exception or a relative clause is open, which "and" may go on with. */
    private boolean isSubordinate(int from, int to) {
        for (int at = to - 1; at >= from; at--) {
            if (grammar.modal(at) > 0 && line.at(at).is("must")) {
                return isOpen(at, to);
            }
        }
        return isOpen(from, to) || grammar.isRelative(Math.max(from, to - 1));
    }

    private boolean isOpen(int from, int to) {
        for (int at = from; at < to; at++) {
            boolean opens = lexicon.phrases("exceptions").length(line.tokens, at) > 0
                    || lexicon.phrases("conditions").length(line.tokens, at) > 0
                    || at > 0
                            && lexicon.phrases("purposes").length(line.tokens, at) > 0
                            && !lexicon.is("askedAfter", line.at(at - 1))
                    || grammar.isRelative(at) && at > from;
            if (opens) {
                return true;
            }
        }
        return false;
    }

    private boolean isVerbFirst(int at) {
        boolean not = at > 2
                && (line.at(at).is("not")
                        || line.at(at).is("never")
                        || line.at(at).is("no"));
        boolean denies = grammar.isVerb(at)
                && !grammar.isParticiple(at)
                && (lexicon.is("against", line.at(at)) || lexicon.phrases("off").length(line.tokens, at) > 0);
        return not
                || denies
                || grammar.modal(at) > 0
                || grammar.isHave(at)
                || grammar.isAuxiliary(at)
                || grammar.isDo(at);
    }

    private boolean isSubjectWithVerb(int from) {
        boolean thing = false;
        for (int at = from; at < Math.min(line.size(), from + LONGEST_SUBJECT); at++) {
            if (grammar.isFinite(at)) {
                return thing && at > from;
            }
            if (grammar.joint(at) > 0 || grammar.isComma(at) || grammar.isRelative(at) || grammar.isPreposition(at)) {
                return false;
            }
            thing |= grammar.isContent(at);
        }
        return false;
    }
}
