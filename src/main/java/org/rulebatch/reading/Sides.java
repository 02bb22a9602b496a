package org.rulebatch.reading;

import java.util.List;
import java.util.stream.IntStream;

/** Gives every word of a clause its side: subject, population, property, exception or purpose. */
final class Sides {

    private final Lexicon lexicon;
    private final Line line;
    private final Grammar grammar;
    private final List<Token> tokens;
    private final int end;
    private boolean hasSubject;
    private Form form = Form.STATEMENT;

    private Sides(Lexicon lexicon, Line line, int end, boolean hasSubject) {
        this.lexicon = lexicon;
        this.line = line;
        this.grammar = new Grammar(lexicon, line);
        this.tokens = line.tokens;
        this.end = end;
        this.hasSubject = hasSubject;
    }

    /**
     * Gives the words of a clause their sides.
     *
     * @param hasSubject whether the clause shares the subject of the one before
     * @return how the clause is worded
     */
    static Form assign(Lexicon lexicon, Line line, int from, int to, boolean hasSubject) {
        Sides sides = new Sides(lexicon, line, to, hasSubject);
        sides.assign(from);
        sides.marks(from);
        line.role(from, to, Role.PROPERTY);
        sides.subjectOfCondition(from);
        sides.judged(from);
        return sides.form;
    }

    /** A parenthesis, a quotation mark stands on the side of the word before. */
    private void marks(int from) {
        for (int at = from + 1; at < end; at++) {
            Role before = line.role(at - 1);
            if (line.isFree(at)
                    && before != null
                    && !tokens.get(at).isWord()
                    && tokens.get(at).value() == null) {
                line.role(at, before);
            }
        }
    }

    private void assign(int from) {
        int start = opener(from);
        int condition = start;
        start = leading(start);
        boolean owned = start > condition && start < end && lexicon.is("possessives", tokens.get(start));
        start = opener(start);
        tails(start);
        int begin = start;
        List<Integer> main = IntStream.range(begin, end)
                .filter(line::isFree)
                .filter(at -> tokens.get(at).isWord()
                        || tokens.get(at).value() != null
                        || grammar.isComma(at)
                        || tokens.get(at).is(":"))
                .boxed()
                .toList();
        if (main.isEmpty()) {
            return;
        }
        if (owned && line.role(condition) == Role.POPULATION && subjectOfCondition(condition)) {
            rest(main);
            return;
        }
        int colon = IntStream.range(0, main.size())
                .filter(k -> tokens.get(main.get(k)).is(":"))
                .findFirst()
                .orElse(-1);
        if (colon > 0
                && predicate(main.subList(0, colon)) < 0
                && main.subList(0, colon).stream().anyMatch(at -> line.things[at])) {
            main.subList(0, colon).forEach(at -> line.role(at, Role.SUBJECT));
            hasSubject = true;
            form = Form.HEADING;
            rest(main.subList(colon + 1, main.size()));
        } else {
            sentence(main);
        }
    }

    private int opener(int from) {
        int at = from;
        for (int length = openerLength(at); length > 0 && at + length < end; length = openerLength(at)) {
            line.role(at, at + length, Role.PROPERTY);
            IntStream.range(at, at + length).forEach(word -> line.opening[word] = true);
            at += length;
        }
        return at;
    }

    private int openerLength(int at) {
        return at < end && !line.things[at] ? lexicon.phrases("openers").length(tokens, at) : 0;
    }

    /** What stands before a comma and before the sentence proper. */
    private int leading(int start) {
        Role role = start >= end
                ? null
                : lexicon.phrases("purposes").length(tokens, start) > 0
                        ? Role.PURPOSE
                        : lexicon.phrases("exceptions").length(tokens, start) > 0
                                ? Role.EXCEPTION
                                : lexicon.phrases("conditions").length(tokens, start) > 0
                                                || tokens.get(start).is("for")
                                                || tokens.get(start).is("in")
                                        ? Role.POPULATION
                                        : null;
        int comma =
                IntStream.range(start, end).filter(grammar::isComma).findFirst().orElse(-1);
        if (role == null || comma < 0) {
            return start;
        }
        opening(role, start);
        line.role(start, comma + 1, role);
        return comma + 1;
    }

    private void tails(int start) {
        for (int at = start + 1; at < end; at++) {
            if (!line.isFree(at) || line.isMarked(at) || tokens.get(at).glued()) {
                continue;
            }
            if (isPurpose(at)) {
                opening(Role.PURPOSE, at);
                line.role(at, end, Role.PURPOSE);
            } else if (lexicon.phrases("exceptions").length(tokens, at) > 0) {
                opening(Role.EXCEPTION, at);
                line.role(at, exceptionEnd(at), Role.EXCEPTION);
            } else if (lexicon.phrases("conditions").length(tokens, at) > 0) {
                opening(Role.POPULATION, at);
                line.role(at, conditionEnd(at), Role.POPULATION);
            }
        }
    }

    private void opening(Role role, int at) {
        String key = role == Role.PURPOSE ? "purposes" : role == Role.EXCEPTION ? "exceptions" : "conditions";
        int length = lexicon.phrases(key).length(tokens, at);
        IntStream.range(at, at + length).forEach(word -> line.opening[word] = true);
    }

    /** "when a bucket is public, …": the condition names the resource, if nothing else does. */
    private boolean subjectOfCondition(int from) {
        boolean named =
                IntStream.range(from, end).anyMatch(at -> line.role(at) == Role.SUBJECT && grammar.isContent(at));
        int first = IntStream.range(from, end)
                .filter(at -> line.role(at) == Role.POPULATION && line.things[at])
                .findFirst()
                .orElse(end);
        for (int at = first; !named && at < end && line.things[at] && line.role(at) == Role.POPULATION; at++) {
            line.turn(at, Role.SUBJECT);
            hasSubject = true;
        }
        return hasSubject;
    }

    private boolean isPurpose(int at) {
        return lexicon.phrases("purposes").length(tokens, at) > 0
                && !lexicon.is("askedAfter", tokens.get(at - 1))
                && !(tokens.get(at).is("so")
                        && at + 1 < end
                        && !tokens.get(at + 1).isWord());
    }

    private int exceptionEnd(int from) {
        boolean sentence = lexicon.phrases("exceptionClauses").length(tokens, from) > 0;
        boolean before =
                IntStream.range(0, from).noneMatch(at -> grammar.isFinite(at) && line.role(at) != Role.POPULATION);
        for (int at = from + 1; at < end; at++) {
            boolean verb =
                    !sentence && before && (grammar.isFinite(at) || isVerbLike(at)) && !grammar.isRelative(at - 1);
            if (verb || isPurpose(at) || grammar.isComma(at) && at > from + 1 && !isListComma(at)) {
                return at;
            }
        }
        return end;
    }

    /** A verb whose subject stands before the exception, so that they need not agree side by side. */
    private boolean isVerbLike(int at) {
        return grammar.isVerb(at)
                && !grammar.isParticiple(at)
                && !line.things[at]
                && grammar.isContent(at - 1)
                && !line.opening[at - 1]
                && at + 1 < end
                && !grammar.isPreposition(at - 1);
    }

    private boolean isListComma(int comma) {
        return IntStream.range(comma + 1, Math.min(end, comma + 5)).anyMatch(at -> grammar.joint(at) > 0)
                && IntStream.range(comma + 1, end).noneMatch(grammar::isFinite);
    }

    private int conditionEnd(int from) {
        for (int at = from + 1; at < end; at++) {
            if (isPurpose(at)
                    || grammar.isComma(at)
                    || lexicon.phrases("exceptions").length(tokens, at) > 0) {
                return at;
            }
        }
        return end;
    }

    private void sentence(List<Integer> main) {
        int there = lexicon.phrases("existences").length(tokens, main.get(0));
        if (there > 0 && there < main.size()) {
            roles(main.subList(0, there), Role.PROPERTY);
            new Nominal(lexicon, line, grammar, Nominal.Use.ASKED_FOR).assign(main.subList(there, main.size()));
            return;
        }
        if (hasSubject) {
            rest(main);
            return;
        }
        int verb = imperative(main);
        if (verb >= 0) {
            form = Form.ORDER;
            roles(main.subList(0, verb + 1), Role.PROPERTY);
            order(main.subList(verb + 1, main.size()));
            return;
        }
        if (main.size() > 1 && grammar.isFinite(main.get(0)) && !isNone(main.get(0))) {
            form = Form.QUESTION;
            question(main);
            return;
        }
        int predicate = predicate(main);
        if (predicate > 0 && isFound(main.get(predicate))) {
            form = Form.HEADING;
            nominal(main.subList(0, predicate), Nominal.Use.HEADING);
        } else if (predicate > 0 && isHolder(main.subList(0, predicate)) && grammar.isHave(main.get(predicate))) {
            line.mark(main.get(0), main.get(predicate) + 1, (place, role) -> new Part.Existence(place));
            roles(main.subList(0, predicate + 1), Role.PROPERTY);
            new Nominal(lexicon, line, grammar, Nominal.Use.ASKED_FOR).assign(main.subList(predicate + 1, main.size()));
        } else if (predicate > 0) {
            nominal(main.subList(0, predicate), Nominal.Use.LEFT);
            right(main.subList(predicate, main.size()));
        } else {
            form = Form.HEADING;
            nominal(main, Nominal.Use.HEADING);
        }
    }

    /** "were found": says that there are some, and nothing of them. */
    private boolean isFound(int at) {
        int length = lexicon.phrases("found").length(tokens, at);
        IntStream.range(at, at + length).forEach(word -> line.opening[word] = true);
        return length > 0;
    }

    /** "the account", as the one that has a thing. */
    private boolean isHolder(List<Integer> words) {
        int last = words.get(words.size() - 1);
        return lexicon.isForm("holders", tokens.get(last))
                && words.size() == last - words.get(0) + 1
                && words.stream().allMatch(at -> at == last || !grammar.isContent(at) && !line.isMarked(at));
    }

    private boolean isNone(int at) {
        return lexicon.phrases("none").length(tokens, at) > 0;
    }

    private void nominal(List<Integer> words, Nominal.Use use) {
        hasSubject |= new Nominal(lexicon, line, grammar, use).assign(words);
    }

    /** "Topics without encryption are not allowed": what narrows the subject is what is asked, if nothing else is. */
    private void judged(int from) {
        boolean asked = IntStream.range(from, end).anyMatch(at -> line.role(at) == Role.PROPERTY && isSaid(at));
        boolean open = IntStream.range(from, end).noneMatch(at -> line.opening[at] && line.role(at) == Role.POPULATION);
        if (!asked && open) {
            IntStream.range(from, end)
                    .filter(at -> line.role(at) == Role.POPULATION)
                    .forEach(at -> line.turn(at, Role.PROPERTY));
        }
    }

    /** Whether it is more than "on" and "off", which say nothing without what is. */
    private boolean isSaid(int at) {
        boolean quantifier = line.isMarked(at) && line.part(line.mark(at)) instanceof Part.Quantifier;
        boolean exists = lexicon.phrases("existences").length(tokens, at) > 0;
        return !exists
                && !lexicon.is("against", tokens.get(at))
                && (line.isMarked(at) ? !quantifier : grammar.isContent(at));
    }

    private void roles(List<Integer> words, Role role) {
        words.forEach(at -> line.role(at, role));
    }

    /** The words after the subject, of a clause that has one. */
    private void rest(List<Integer> words) {
        hasSubject = true;
        right(words);
    }

    /** The verb of an order: the first word that is no "never", "do not", "only". */
    private int imperative(List<Integer> main) {
        int at = 0;
        while (at < main.size() - 1
                && (grammar.negation(main.get(at)) > 0 && !isNone(main.get(at))
                        || grammar.isDo(main.get(at)) && grammar.negation(main.get(at + 1)) > 0
                        || line.isMarked(main.get(at))
                                && tokens.get(main.get(at)).is("only"))) {
            at += Math.max(1, grammar.negation(main.get(at)));
        }
        if (at >= main.size() - 1) {
            return -1;
        }
        int word = main.get(at);
        int light = lexicon.phrases("light").length(tokens, word);
        boolean verb = light > 0 && !grammar.isHave(word) || grammar.isBaseVerb(word);
        if (!verb || line.things[word] || grammar.isFinite(main.get(at + 1)) && at == 0) {
            return -1;
        }
        List<Integer> after = main.subList(at + 1, main.size());
        int predicate = predicate(after);
        boolean statement = predicate >= 0 && grammar.isFinite(after.get(predicate));
        return statement ? -1 : at + Math.max(1, light) - 1;
    }

    /** An order's object, and for what it is ordered. */
    private void order(List<Integer> words) {
        right(words);
        if (!hasSubject) {
            words.forEach(at -> line.turn(at, null));
            nominal(words, Nominal.Use.OBJECT);
        }
    }

    private void question(List<Integer> main) {
        int first = main.get(0);
        List<Integer> after = main.subList(1, main.size());
        line.role(first, Role.PROPERTY);
        if (!grammar.isAuxiliary(first)) {
            int verb = IntStream.range(1, after.size())
                    .filter(k -> grammar.isFinite(after.get(k))
                            || grammar.isBaseVerb(after.get(k)) && !line.things[after.get(k)])
                    .findFirst()
                    .orElse(-1);
            if (verb > 0) {
                nominal(after.subList(0, verb), Nominal.Use.LEFT);
                right(after.subList(verb, after.size()));
                return;
            }
        }
        int split = subjectEnd(after);
        nominal(after.subList(0, split), Nominal.Use.LEFT);
        right(after.subList(split, after.size()));
    }

    /** Where the subject of "are … encrypted?" ends. */
    private int subjectEnd(List<Integer> words) {
        boolean noun = false;
        for (int k = 0; k < words.size(); k++) {
            int at = words.get(k);
            boolean thing = line.things[at];
            boolean state = lexicon.phrases("on").length(tokens, at) > 0
                    || lexicon.phrases("off").length(tokens, at) > 0;
            if (noun
                    && !thing
                    && (state
                            || grammar.negation(at) > 0
                            || grammar.isPreposition(at)
                            || grammar.isParticiple(at)
                            || grammar.qualifier(at) > 0
                            || line.isMarked(at)
                            || line.things[words.get(k - 1)])) {
                return k;
            }
            noun |= grammar.isContent(at) && (thing || grammar.qualifier(at) == 0);
        }
        return words.size();
    }

    /** The verb that the subject's words stand before; -1 where there is none. */
    private int predicate(List<Integer> main) {
        boolean relative = false;
        for (int k = 1; k < main.size(); k++) {
            int at = main.get(k);
            int before = main.get(k - 1);
            if (grammar.isRelative(at)) {
                relative = true;
            } else if (grammar.isFinite(at) && !tokens.get(before).is("to") && !line.bound[at]
                    || before == at - 1 && grammar.isVerbAfter(before, at)
                    || relative && grammar.isVerb(at)) {
                if (!relative) {
                    return k;
                }
                relative = false;
                while (k + 1 < main.size()
                        && (grammar.isFinite(main.get(k + 1)) || grammar.negation(main.get(k + 1)) > 0)) {
                    k++;
                }
            }
        }
        return -1;
    }

    /** What is asked; where the subject is not known yet, "for all users" in it. */
    private void right(List<Integer> words) {
        for (int k = 0; k < words.size(); k++) {
            int at = words.get(k);
            int scope = grammar.scope(at);
            if (scope > 0
                    && words.stream()
                            .anyMatch(other -> grammar.isContent(other) && (other < at || other >= at + scope))) {
                line.role(at, at + scope, Role.POPULATION);
            } else if (!hasSubject
                    && k + 1 < words.size()
                    && grammar.isTowards(at)
                    && new Nominal(lexicon, line, grammar, Nominal.Use.LEFT)
                            .startsWithThing(words.subList(k + 1, words.size()))) {
                line.role(at, Role.SUBJECT);
                nominal(words.subList(k + 1, words.size()), Nominal.Use.LEFT);
                return;
            } else {
                line.role(at, Role.PROPERTY);
            }
        }
    }
}
