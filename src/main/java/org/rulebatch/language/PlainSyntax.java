package org.rulebatch.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the plain part of the language, in which nearly all facts are written: comparisons, members, calls, literals. CEL's own parser
 * takes half a second to get ready, which a command that only looks at facts would pay; what this one does not know it leaves to that.
 */
final class PlainSyntax {

    private static final Pattern TOKEN = Pattern.compile("\\s*(?:"
            + "([A-Za-z_][A-Za-z0-9_]*)|`([A-Za-z0-9_-]+)`|\"((?:[^\"\\\\\\n]|\\\\[\"\\\\])*)\""
            + "|(\\d+(?:\\.\\d+)?)(?![A-Za-z0-9_.])|(&&|\\|\\||[=!<>]=|[<>!.,()\\[\\]-]))");
    private static final Pattern ESCAPED = Pattern.compile("\\\\([\"\\\\])");
    private static final Set<String> RELATIONS = Set.of("==", "!=", "<", "<=", ">", ">=", "in");
    private static final Set<String> RESERVED = Set.of(
            "null",
            "as",
            "break",
            "const",
            "continue",
            "else",
            "for",
            "function",
            "if",
            "import",
            "let",
            "loop",
            "package",
            "namespace",
            "return",
            "var",
            "void",
            "while",
            "in");

    private static final class Unknown extends RuntimeException {
        private static final long serialVersionUID = 1;

        private Unknown() {
            super("more than the plain part", null, false, false);
        }
    }

    private enum Kind {
        NAME,
        QUOTED,
        TEXT,
        NUMBER,
        SIGN,
        END
    }

    /** In the order of the groups of {@link #TOKEN}. */
    private static final List<Kind> KINDS = List.of(Kind.NAME, Kind.QUOTED, Kind.TEXT, Kind.NUMBER, Kind.SIGN);

    private record Token(Kind kind, String text) {}

    private final List<Token> tokens;
    private int next;

    private PlainSyntax(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** The expression; empty where it is more than the plain part, or is none. */
    static Optional<Syntax> of(String source) {
        try {
            PlainSyntax reader = new PlainSyntax(tokens(source));
            Syntax read = reader.either();
            return reader.peek().kind() == Kind.END ? Optional.of(read) : Optional.empty();
        } catch (Unknown e) {
            return Optional.empty();
        }
    }

    private static List<Token> tokens(String source) {
        String text = source.stripTrailing();
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (!matcher.find(at) || matcher.start() != at) {
                throw new Unknown();
            }
            tokens.add(token(matcher));
            at = matcher.end();
        }
        tokens.add(new Token(Kind.END, ""));
        return tokens;
    }

    private static Token token(Matcher matcher) {
        for (int i = 0; i < KINDS.size(); i++) {
            String text = matcher.group(i + 1);
            if (text != null) {
                return new Token(KINDS.get(i), text);
            }
        }
        throw new Unknown();
    }

    private Syntax either() {
        return chain("||", "_||_", this::both);
    }

    private Syntax both() {
        return chain("&&", "_&&_", this::relation);
    }

    private Syntax chain(String sign, String function, Supplier<Syntax> part) {
        List<Syntax> parts = new ArrayList<>(List.of(part.get()));
        while (takes(sign)) {
            parts.add(part.get());
        }
        return parts.size() == 1 ? parts.get(0) : Syntax.chain(function, parts);
    }

    private Syntax relation() {
        Syntax left = negation();
        Token relation = peek();
        if (relation.kind() == Kind.TEXT || !RELATIONS.contains(relation.text())) {
            return left;
        }
        next++;
        String function = relation.text().equals("in") ? "@in" : "_" + relation.text() + "_";
        return call(function, left, negation());
    }

    private Syntax negation() {
        if (takes("!")) {
            return call("!_", postfix());
        }
        if (!takes("-")) {
            return postfix();
        }
        Syntax of = postfix();
        if (of instanceof Syntax.Literal literal) {
            return new Syntax.Literal(negated(literal.value()));
        }
        return call("-_", of);
    }

    private static Object negated(Object number) {
        if (number instanceof Integer whole) {
            return -whole;
        }
        if (number instanceof Double decimal) {
            return -decimal;
        }
        throw new Unknown();
    }

    private Syntax postfix() {
        Syntax e = primary();
        while (true) {
            if (takes(".")) {
                Token name = taken();
                if (name.kind() != Kind.NAME && name.kind() != Kind.QUOTED) {
                    throw new Unknown();
                }
                e = name.kind() == Kind.NAME && takes("(")
                        ? new Syntax.Call(e, name.text(), upTo(")"))
                        : new Syntax.Member(e, name.text(), false);
            } else if (takes("[")) {
                List<Syntax> index = upTo("]");
                e = call("_[_]", e, index.get(0));
            } else {
                return e;
            }
        }
    }

    private Syntax primary() {
        Token token = taken();
        return switch (token.kind()) {
            case TEXT -> new Syntax.Literal(ESCAPED.matcher(token.text()).replaceAll("$1"));
            case NUMBER -> new Syntax.Literal(number(token.text()));
            case NAME -> named(token.text());
            case SIGN ->
                switch (token.text()) {
                    case "(" -> inBrackets();
                    case "[" -> new Syntax.Listed(peek().text().equals("]") ? none() : upTo("]"));
                    default -> throw new Unknown();
                };
            default -> throw new Unknown();
        };
    }

    private Syntax inBrackets() {
        List<Syntax> inner = upTo(")");
        if (inner.size() != 1) {
            throw new Unknown();
        }
        return inner.get(0);
    }

    private List<Syntax> none() {
        next++;
        return List.of();
    }

    private Syntax named(String name) {
        if (name.equals("true") || name.equals("false")) {
            return new Syntax.Literal(name.equals("true"));
        }
        if (RESERVED.contains(name)) {
            throw new Unknown();
        }
        if (!takes("(")) {
            return new Syntax.Name(name);
        }
        List<Syntax> arguments = upTo(")");
        if (!name.equals("has")) {
            return new Syntax.Call(null, name, arguments);
        }
        if (arguments.size() == 1 && arguments.get(0) instanceof Syntax.Member member && !member.asks()) {
            return new Syntax.Member(member.of(), member.name(), true);
        }
        throw new Unknown();
    }

    private static Object number(String digits) {
        if (digits.contains(".")) {
            return Double.valueOf(digits);
        }
        if (digits.length() > 18) {
            throw new Unknown();
        }
        return Syntax.whole(Long.parseLong(digits));
    }

    /** At least one expression, up to the closing sign. */
    private List<Syntax> upTo(String sign) {
        List<Syntax> elements = new ArrayList<>(List.of(either()));
        while (takes(",")) {
            elements.add(either());
        }
        if (!takes(sign)) {
            throw new Unknown();
        }
        return List.copyOf(elements);
    }

    private static Syntax call(String function, Syntax... arguments) {
        return new Syntax.Call(null, function, List.of(arguments));
    }

    private Token peek() {
        return tokens.get(next);
    }

    private Token taken() {
        Token token = peek();
        if (token.kind() == Kind.END) {
            throw new Unknown();
        }
        next++;
        return token;
    }

    private boolean takes(String sign) {
        boolean here = peek().kind() == Kind.SIGN && peek().text().equals(sign);
        if (here) {
            next++;
        }
        return here;
    }
}
