package org.rulebatch.reading;

import java.util.List;

/** Tells resource, what narrows it, and what is said of it apart in a noun phrase: "customer managed KMS keys", "bucket versioning". */
final class Nominal {

    /** Where a noun phrase stands. */
    enum Use {
        /** Before the verb. */
        LEFT,
        /** After the verb of an order. */
        OBJECT,
        /** Alone. */
        HEADING,
        /** After "there must be". */
        ASKED_FOR
    }

    private final Lexicon lexicon;
    private final Line line;
    private final Grammar grammar;
    private final Use use;

    Nominal(Lexicon lexicon, Line line, Grammar grammar, Use use) {
        this.lexicon = lexicon;
        this.line = line;
        this.grammar = grammar;
        this.use = use;
    }

    /** Gives the words their sides; whether there is a resource among them. */
    boolean assign(List<Integer> words) {
        int end = headEnd(words);
        List<Integer> head = words.subList(0, end);
        List<Integer> post = words.subList(end, words.size());
        int first = firstThing(head);
        if (first < 0) {
            roles(head, Role.PROPERTY);
            return towards(post);
        }
        int last = end(head, first);
        boolean trailing = head.subList(last, head.size()).stream().anyMatch(grammar::isContent);
        head(head, first, last, trailing);
        post(post, trailing);
        return true;
    }

    /** Whether a resource is named before the phrase goes on with what narrows it. */
    boolean startsWithThing(List<Integer> words) {
        return firstThing(words.subList(0, headEnd(words))) >= 0;
    }

    private int headEnd(List<Integer> words) {
        boolean noun = false;
        for (int k = 0; k < words.size(); k++) {
            int at = words.get(k);
            boolean after = noun
                    && (grammar.isRelative(at)
                            || grammar.isPreposition(at)
                            || grammar.negation(at) > 0
                            || grammar.isAttributive(at)
                            || grammar.scope(at) > 0
                            || line.isMarked(at) && !line.things[at]
                            || grammar.isParticiple(at)
                                    && !line.bound[at]
                                    && line.things[words.get(k - 1)]
                                    && use != Use.HEADING
                                    && !line.things[at]);
            if (after) {
                return k;
            }
            noun |= grammar.isContent(at) && !line.isMarked(at);
        }
        return words.size();
    }

    private int firstThing(List<Integer> head) {
        for (int k = 0; k < head.size(); k++) {
            if (line.things[head.get(k)]) {
                return k;
            }
        }
        return -1;
    }

    /** Where the resource ends; after a service's name alone it may have words of its own: "EC2 Client VPN endpoint". */
    private int end(List<Integer> head, int first) {
        int end = runEnd(head, first);
        if (end == first + 1 && lexicon.services.length(line.tokens, head.get(first)) == 1) {
            for (int k = head.size() - 1; k > end; k--) {
                if (line.things[head.get(k)] && k - end <= 2) {
                    return runEnd(head, k);
                }
            }
        }
        return end;
    }

    /** Where the names of resources end; what narrows the next one of a list stands between them. */
    private int runEnd(List<Integer> head, int first) {
        int end = first;
        for (int k = first; k < head.size(); k++) {
            int at = head.get(k);
            if (line.things[at]) {
                end = k + 1;
            } else if (grammar.qualifier(at) == 0 && !grammar.isLead(at) && !isInQualifier(head, k)) {
                return end;
            }
        }
        return end;
    }

    private boolean isInQualifier(List<Integer> head, int k) {
        for (int back = 1; back < 3 && k - back >= 0; back++) {
            if (grammar.qualifier(head.get(k - back)) > back) {
                return true;
            }
        }
        return false;
    }

    private void head(List<Integer> head, int first, int last, boolean trailing) {
        boolean asked = !trailing && (use == Use.ASKED_FOR || use == Use.HEADING && grammar.negation(head.get(0)) > 0);
        for (int k = 0; k < head.size(); k++) {
            int at = head.get(k);
            boolean lead = !grammar.isContent(at) || grammar.isLead(at);
            if (k >= last) {
                line.role(at, Role.PROPERTY);
            } else if (line.things[at] || lead) {
                line.role(at, Role.SUBJECT);
            } else {
                line.role(at, asked ? Role.PROPERTY : Role.POPULATION);
            }
        }
    }

    private void post(List<Integer> post, boolean trailing) {
        if (post.isEmpty()) {
            return;
        }
        int at = post.get(0);
        List<Integer> after = post.subList(1, post.size());
        if (!trailing
                && line.at(at).is("of")
                && grammar.scope(at) == 0
                && new Nominal(lexicon, line, grammar, Use.LEFT).startsWithThing(after)) {
            line.role(at, Role.SUBJECT);
            assign(after);
            return;
        }
        boolean adds = grammar.isRelative(at)
                || grammar.isAttributive(at)
                || grammar.scope(at) > 0
                || grammar.isParticiple(at);
        boolean population = !trailing
                && switch (use) {
                    case LEFT -> true;
                    case OBJECT -> adds;
                    case HEADING -> !line.at(at).is("with") && !grammar.isRelative(at) && grammar.negation(at) == 0;
                    case ASKED_FOR -> false;
                };
        for (int k = 0; k < post.size(); k++) {
            int word = post.get(k);
            boolean measured = line.isMarked(word)
                    && !grammar.isAttributive(word)
                    && line.part(line.mark(word)) instanceof Part.Measure
                    && k == 0;
            if (measured) {
                roles(post.subList(k, post.size()), Role.PROPERTY);
                return;
            }
            line.role(word, population ? Role.POPULATION : Role.PROPERTY);
        }
    }

    /** After a phrase without a resource: "… for all users". */
    private boolean towards(List<Integer> post) {
        for (int k = 0; k + 1 < post.size(); k++) {
            List<Integer> after = post.subList(k + 1, post.size());
            if (grammar.isTowards(post.get(k)) && startsWithThing(after)) {
                line.role(post.get(k), Role.SUBJECT);
                return new Nominal(lexicon, line, grammar, Use.LEFT).assign(after);
            }
            line.role(post.get(k), Role.PROPERTY);
        }
        roles(post, Role.PROPERTY);
        return false;
    }

    private void roles(List<Integer> words, Role role) {
        words.forEach(at -> line.role(at, role));
    }
}
