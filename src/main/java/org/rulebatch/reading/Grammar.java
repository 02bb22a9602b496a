package org.rulebatch.reading;

import java.util.List;

/** What a word can be in its sentence. */
final class Grammar {

    private final Lexicon lexicon;
    private final Line line;
    private final List<Token> tokens;

    Grammar(Lexicon lexicon, Line line) {
        this.lexicon = lexicon;
        this.line = line;
        this.tokens = line.tokens;
    }

    int modal(int at) {
        return lexicon.phrases("modals").length(tokens, at);
    }

    boolean isAuxiliary(int at) {
        return lexicon.is("auxiliaries", tokens.get(at));
    }

    boolean isHave(int at) {
        return lexicon.is("have", tokens.get(at));
    }

    boolean isDo(int at) {
        return lexicon.is("do", tokens.get(at));
    }

    boolean isRelative(int at) {
        return lexicon.is("relatives", tokens.get(at));
    }

    int negation(int at) {
        boolean prefix = tokens.get(at).is("non")
                && at + 1 < tokens.size()
                && tokens.get(at + 1).glued();
        return prefix || tokens.get(at).glued()
                ? 0
                : lexicon.phrases("negations").length(tokens, at);
    }

    /** Whether a sentence's verb can begin here, and no noun is one. */
    boolean isFinite(int at) {
        return modal(at) > 0 || isAuxiliary(at) || isHave(at) || isDo(at);
    }

    boolean isVerb(int at) {
        return !line.bound[at]
                && !tokens.get(at).glued()
                && lexicon.phrases("verbs").length(tokens, at) == 1;
    }

    boolean isBaseVerb(int at) {
        String lower = tokens.get(at).lower();
        return !lower.endsWith("ed") && !lower.endsWith("ing") && isVerb(at) && !isThirdPerson(at);
    }

    private boolean isThirdPerson(int at) {
        String lower = tokens.get(at).lower();
        return lower.endsWith("s")
                && !lower.endsWith("ss")
                && !lower.equals(tokens.get(at).lemma());
    }

    /** Whether the word before and this one agree as subject and verb: "balancers drop", "bucket blocks". */
    boolean isVerbAfter(int before, int at) {
        Token noun = tokens.get(before);
        if (!isVerb(at) || line.things[at] || !noun.isWord() || isPreposition(before) || lexicon.is("articles", noun)) {
            return false;
        }
        boolean last = at + 1 >= tokens.size() || joint(at + 1) > 0 || isComma(at + 1);
        return isPlural(before) ? isBaseVerb(at) && !last : isThirdPerson(at) && !last && !isFinite(at + 1);
    }

    private boolean isPlural(int at) {
        String lower = tokens.get(at).lower();
        return lower.endsWith("s")
                && !lower.endsWith("ss")
                && !tokens.get(at).lemma().endsWith("s");
    }

    boolean isPreposition(int at) {
        return !line.bound[at]
                && !tokens.get(at).glued()
                && !isGlueing(at)
                && !line.isMarked(at)
                && lexicon.is("prepositions", tokens.get(at));
    }

    boolean isTowards(int at) {
        return isPreposition(at) && lexicon.is("towards", tokens.get(at));
    }

    private boolean isGlueing(int at) {
        return at + 1 < tokens.size() && tokens.get(at + 1).glued();
    }

    int qualifier(int at) {
        return lexicon.phrases("qualifiers").length(tokens, at);
    }

    int scope(int at) {
        return lexicon.phrases("scopes").length(tokens, at);
    }

    boolean isParticiple(int at) {
        String lower = tokens.get(at).lower();
        return lower.length() > 4 && (lower.endsWith("ed") || lower.endsWith("ing"))
                || lexicon.is("participles", tokens.get(at));
    }

    boolean isAttributive(int at) {
        return lexicon.is("attributive", tokens.get(at));
    }

    int joint(int at) {
        return line.isMarked(at) ? 0 : lexicon.joints.length(tokens, at);
    }

    String undone(int at) {
        return lexicon.undone(tokens.get(at).lemma());
    }

    boolean isUndone(int at) {
        return !undone(at).equals(tokens.get(at).lemma());
    }

    boolean isComma(int at) {
        return tokens.get(at).is(",");
    }

    /** Whether it says something. */
    boolean isContent(int at) {
        Token token = tokens.get(at);
        return token.value() != null || token.isWord() && !line.opening[at] && !isFiller(at) && negation(at) == 0;
    }

    /** Whether it is a word of everyday speech. */
    boolean isEveryday(int at) {
        return lexicon.isForm("everyday", tokens.get(at));
    }

    /** Whether it says nothing; "in use" does, though "use" alone does not. */
    private boolean isFiller(int at) {
        Token token = tokens.get(at);
        boolean small = lexicon.is("prepositions", token) || lexicon.is("articles", token);
        return lexicon.is("fillers", token) && (small || !line.bound[at]);
    }

    /** Whether it only holds a sentence together. */
    boolean isFunction(int at) {
        Token token = tokens.get(at);
        return modal(at) > 0
                || negation(at) > 0
                || lexicon.joints.length(tokens, at) > 0
                || lexicon.phrases("each").length(tokens, at) > 0
                || lexicon.phrases("only").length(tokens, at) > 0
                || lexicon.phrases("conditions").length(tokens, at) > 0
                || List.of("prepositions", "articles", "auxiliaries", "have", "do", "relatives", "jointOpeners")
                        .stream()
                        .anyMatch(key -> lexicon.is(key, token));
    }

    /** Whether it may stand before a noun without being part of what is named: "the", "each", ",". */
    boolean isLead(int at) {
        return lexicon.is("articles", tokens.get(at))
                || line.isMarked(at)
                || negation(at) > 0
                || isComma(at)
                || joint(at) > 0
                || lexicon.is("jointOpeners", tokens.get(at))
                || tokens.get(at).is("all");
    }
}
