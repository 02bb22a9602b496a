package org.rulebatch.reading;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Tells whether a clause states a violation: "MFA is not enabled", "Volumes without encryption", "Bucket allows public access". */
final class Findings {

    private final Lexicon lexicon;
    private final Line line;
    private final Grammar grammar;

    Findings(Lexicon lexicon, Line line) {
        this.lexicon = lexicon;
        this.line = line;
        this.grammar = new Grammar(lexicon, line);
    }

    /**
     * Whether it does.
     *
     * @param form without regard to this
     * @param wanted what the words alone say
     */
    boolean isFinding(int from, int to, Form form, boolean wanted) {
        if (says(from, to)) {
            return IntStream.range(from, to).noneMatch(at -> line.isMarked(at) && isNone(at));
        }
        boolean norm = IntStream.range(from, to)
                .anyMatch(at ->
                        grammar.modal(at) > 0 || lexicon.phrases("openers").length(line.tokens, at) > 0 && at == from);
        boolean open = form == Form.STATEMENT || form == Form.HEADING;
        if (norm || !open || isNamed(from, to)) {
            return false;
        }
        if (!wanted && asked(from, to, grammar::isUndone)) {
            return true;
        }
        boolean good = asked(from, to, at -> lexicon.is("good", line.at(at)));
        boolean bad = asked(from, to, at -> lexicon.is("bad", line.at(at)));
        return wanted
                ? bad && !good && isBadFirst(from, to) || form == Form.STATEMENT && opens(from, to)
                : good && !bad && isPlainDenial(from, to);
    }

    /** Whether it has words that only a finding has. */
    boolean says(int from, int to) {
        return IntStream.range(from, to)
                .anyMatch(at -> (lexicon.phrases("findings").length(line.tokens, at) > 0
                                || lexicon.phrases("found").length(line.tokens, at) > 0)
                        && !line.bound[at]);
    }

    private boolean isNone(int at) {
        return line.part(line.mark(at)) instanceof Part.Quantifier quantifier && quantifier.amount() == Amount.NONE;
    }

    /** A heading after the names of service and resource is an id in words. */
    private boolean isNamed(int from, int to) {
        return IntStream.range(from, to).anyMatch(at -> line.at(at).is(":"));
    }

    private boolean asked(int from, int to, IntPredicate word) {
        return IntStream.range(from, to)
                .filter(at -> line.role(at) == Role.PROPERTY)
                .anyMatch(word);
    }

    private boolean isBadFirst(int from, int to) {
        List<Integer> words = IntStream.range(from, to)
                .filter(at -> line.role(at) == Role.PROPERTY && grammar.isContent(at))
                .boxed()
                .limit(2)
                .toList();
        return words.stream()
                        .anyMatch(at -> lexicon.is("violations", line.at(at))
                                && !line.at(at).glued())
                && IntStream.range(from, to)
                        .noneMatch(at -> lexicon.phrases("existences").length(line.tokens, at) > 0);
    }

    /** "allows … from the internet", if not only something harmless. */
    private boolean opens(int from, int to) {
        boolean only = IntStream.range(from, to)
                .anyMatch(at -> line.isMarked(at)
                        && line.part(line.mark(at)) instanceof Part.Quantifier quantifier
                        && quantifier.amount() == Amount.ONLY);
        boolean allows = asked(from, to, at -> lexicon.isForm("opening", line.at(at)));
        return !only && allows && asked(from, to, at -> lexicon.is("everyone", line.at(at)));
    }

    /** "is not", "without" right before a good thing; "does not use …" states what is done on purpose. */
    private boolean isPlainDenial(int from, int to) {
        return IntStream.range(from, to)
                .anyMatch(at -> line.role(at) == Role.PROPERTY && grammar.negation(at) > 0 && deniesGood(from, at, to));
    }

    private boolean deniesGood(int from, int negation, int to) {
        int next = IntStream.range(negation + grammar.negation(negation), to)
                .filter(at -> grammar.isContent(at)
                        || line.isMarked(at)
                        || line.at(at).is("use")
                        || isOn(at))
                .findFirst()
                .orElse(to);
        if (next == to || line.at(next).is("use")) {
            return false;
        }
        boolean state = isOn(next);
        int named = state
                ? IntStream.range(from, negation)
                        .filter(at -> line.role(at) == Role.PROPERTY && grammar.isContent(at))
                        .findFirst()
                        .orElse(next)
                : next;
        return lexicon.is("good", line.at(named));
    }

    private boolean isOn(int at) {
        return lexicon.phrases("on").length(line.tokens, at) > 0 || line.at(at).is("configured");
    }
}
