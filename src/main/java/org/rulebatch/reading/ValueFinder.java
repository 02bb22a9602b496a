package org.rulebatch.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Finds the values that a text lists: ports, regions, tags, words in capitals. */
final class ValueFinder {

    private static final int HIGHEST_PORT = 65_535;
    private static final Pattern CAPITALS = Pattern.compile("[A-Z]{3,}");

    private final Lexicon lexicon;
    private final Line line;
    private final List<Token> tokens;
    private final boolean exposure;
    private final Grammar grammar;

    ValueFinder(Lexicon lexicon, Line line) {
        this.lexicon = lexicon;
        this.line = line;
        this.tokens = line.tokens;
        this.grammar = new Grammar(lexicon, line);
        this.exposure = tokens.stream().anyMatch(token -> lexicon.is("exposure", token));
    }

    /** Finds all but versions, which may be measures. */
    void find() {
        for (int at = 0; at < tokens.size(); at++) {
            if (line.isMarked(at)) {
                continue;
            }
            Token token = tokens.get(at);
            ValueKind written = token.value();
            if (written != null && !isState(at)) {
                list(at, written, other -> tokens.get(other).value() == written);
            } else if (lexicon.is("ports", token) || lexicon.is("protocols", token)) {
                ports(at);
            } else if (lexicon.is("tags", token)) {
                tags(at);
            } else if (isCode(at) && isLong(at)) {
                list(at, ValueKind.CODE, this::isCodeOrShouted);
            }
        }
        IntStream.range(0, tokens.size()).filter(at -> !line.isMarked(at)).forEach(this::namedPort);
    }

    /** Finds versions that no measure took. */
    void findVersions() {
        for (int at = 1; at < tokens.size(); at++) {
            boolean named = lexicon.is("versioned", tokens.get(at - 1))
                    || tokens.get(at).text().contains(".");
            if (!line.isMarked(at) && tokens.get(at).isNumber() && named) {
                list(at, ValueKind.VERSION, other -> tokens.get(other).isNumber());
            }
        }
    }

    private void list(int from, ValueKind kind, IntPredicate isOne) {
        List<String> values = new ArrayList<>(List.of(text(from)));
        int to = from + 1;
        for (int next = after(to); next < tokens.size() && !line.isMarked(next) && isOne.test(next); next = after(to)) {
            values.add(text(next));
            to = next + 1;
        }
        line.mark(from, to, (place, role) -> new Part.Values(place, role, kind, values));
    }

    /** The token after what may stand between two values. */
    private int after(int at) {
        int next = at;
        while (next < tokens.size() && (isSeparator(next) || next > at && lexicon.is("articles", tokens.get(next)))) {
            next++;
        }
        return next;
    }

    private boolean isSeparator(int at) {
        Token token = tokens.get(at);
        return token.is(",") || token.is("/") || token.is("and") || token.is("or") || token.is("nor") || token.is("&");
    }

    private String text(int at) {
        String text = tokens.get(at).text();
        return "'\"`".indexOf(text.charAt(0)) >= 0 ? text.substring(1, text.length() - 1) : text;
    }

    /** "ports 20, 21 and 3389", "TCP 7000, 7001", "port 22 or port 3389", "1024 to 65535". */
    private void ports(int at) {
        boolean protocol = lexicon.is("protocols", tokens.get(at));
        int first = at + 1;
        while (first < tokens.size()
                && (lexicon.is("ports", tokens.get(first))
                        || tokens.get(first).is("numbers")
                        || tokens.get(first).is("(")
                        || tokens.get(first).is("range")
                        || tokens.get(first).is(":")
                        || lexicon.ports.containsKey(tokens.get(first).lower()) && isPort(first + 1))) {
            first++;
        }
        if (!isPort(first)) {
            if (protocol && !line.isMarked(at)) {
                list(at, ValueKind.PROTOCOL, other -> lexicon.is("protocols", tokens.get(other)));
            }
            return;
        }
        List<String> values = new ArrayList<>();
        int to = first;
        for (int next = first; isPort(next); next = afterPort(to)) {
            boolean range = next + 1 < tokens.size() && tokens.get(next + 1).glued() && isPort(next + 1)
                    || next + 2 < tokens.size() && tokens.get(next + 1).is("to") && isPort(next + 2);
            int last = !range ? next : tokens.get(next + 1).is("to") ? next + 2 : next + 1;
            values.add(
                    range
                            ? tokens.get(next).text() + "-" + tokens.get(last).text()
                            : tokens.get(next).text());
            to = last + 1;
        }
        line.mark(at, to, (place, role) -> new Part.Values(place, role, ValueKind.PORT, values));
    }

    private int afterPort(int at) {
        int next = after(at);
        return next < tokens.size() && next > at && lexicon.is("ports", tokens.get(next)) ? next + 1 : next;
    }

    private boolean isPort(int at) {
        return at < tokens.size()
                && !line.isMarked(at)
                && tokens.get(at).text().matches("\\d{1,5}")
                && Integer.parseInt(tokens.get(at).text()) <= HIGHEST_PORT
                && (at + 1 >= tokens.size()
                        || !lexicon.units.containsKey(tokens.get(at + 1).lemma()));
    }

    /** "tagged with Owner and CostCenter", "the tags 'Owner' and 'Team'", "an Owner tag". */
    private void tags(int at) {
        int first = at + 1;
        while (first < tokens.size()
                && (tokens.get(first).is("with")
                        || tokens.get(first).is("key")
                        || tokens.get(first).is("keys")
                        || tokens.get(first).is("named")
                        || tokens.get(first).is("called")
                        || tokens.get(first).is(":")
                        || tokens.get(first).is("(")
                        || lexicon.is("articles", tokens.get(first))
                        || lexicon.is("tags", tokens.get(first)))) {
            first++;
        }
        if (isTag(first)) {
            list(first, ValueKind.TAG, this::isTag);
        } else if (at > 1 && isTag(at - 1) && !line.things[at - 1]) {
            int from = at - 1;
            while (from > 2 && isSeparator(from - 1) && isTag(from - 2)) {
                from -= 2;
            }
            list(from, ValueKind.TAG, this::isTag);
        }
    }

    private boolean isTag(int at) {
        return at > 0
                && at < tokens.size()
                && !line.isMarked(at)
                && (tokens.get(at).value() == ValueKind.TEXT
                        || tokens.get(at).value() == null
                                && Character.isUpperCase(tokens.get(at).text().charAt(0))
                                && line.source != Source.ID);
    }

    /** "on" and "off" say how a thing is wanted, also in quotation marks. */
    private boolean isState(int at) {
        return lexicon.phrases("on").length(tokens, at) > 0
                || lexicon.phrases("off").length(tokens, at) > 0;
    }

    private boolean isCode(int at) {
        Token token = tokens.get(at);
        return CAPITALS.matcher(token.text()).matches()
                && !token.glued()
                && !line.things[at]
                && !lexicon.is("acronyms", token)
                && !isState(at)
                && !grammar.isFunction(at)
                && !lexicon.ports.containsKey(token.lower());
    }

    /** Three capitals alone are most often the short name of a thing. */
    private boolean isLong(int at) {
        int next = after(at + 1);
        return tokens.get(at).text().length() > 3
                || next > at + 1 && next < tokens.size() && isCode(next) && isLong(next);
    }

    /** A function word in capitals beside another code is one: "REJECT or ALL". */
    private boolean isCodeOrShouted(int at) {
        return isCode(at)
                || CAPITALS.matcher(tokens.get(at).text()).matches() && grammar.isFunction(at)
                || tokens.get(at).value() == ValueKind.CODE;
    }

    private void namedPort(int at) {
        Token token = tokens.get(at);
        List<String> ports = lexicon.ports.get(token.lower());
        boolean resource = line.things[at] && at + 1 < tokens.size() && line.things[at + 1];
        if (ports != null
                && !resource
                && (lexicon.is("listening", token) || exposure && !token.lower().startsWith("http"))) {
            line.mark(at, at + 1, (place, role) -> new Part.Values(place, role, ValueKind.PORT, ports));
        }
    }
}
