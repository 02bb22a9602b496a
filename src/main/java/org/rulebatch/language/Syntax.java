package org.rulebatch.language;

import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.parser.CelParser;
import dev.cel.parser.CelParserFactory;
import dev.cel.parser.CelStandardMacro;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An expression as it is written, before names and types are looked up. Of the macros only {@code has} is resolved: {@code exists},
 * {@code all} and the like are calls, whose first argument is the name that they give to the elements.
 */
public sealed interface Syntax {

    /** A text, a truth value or a number: {@link Integer} where it fits, else {@link Long}, or {@link Double}. */
    record Literal(Object value) implements Syntax {}

    record Name(String name) implements Syntax {}

    /**
     * A member of something.
     *
     * @param asks whether only its presence is asked, {@code has(of.name)}
     */
    record Member(Syntax of, String name, boolean asks) implements Syntax {}

    /**
     * A call of a function or an operator.
     *
     * @param of what stands before the dot, or null
     * @param function its name; of an operator as CEL's standard calls it, {@code _&&_}, with all parts of a chain
     */
    record Call(@Nullable Syntax of, String function, List<Syntax> arguments) implements Syntax {

        /** Whether it is that function or operator with so many arguments. */
        public boolean is(String name, int count) {
            return function.equals(name) && arguments.size() == count;
        }

        public Syntax argument(int index) {
            return arguments.get(index);
        }
    }

    /** A list of expressions. */
    record Listed(List<Syntax> elements) implements Syntax {}

    /** What the language has and nobody looks into by its syntax. */
    record Other() implements Syntax {}

    /**
     * Parses an expression.
     *
     * @throws IllegalArgumentException if it is none; the message says where and why
     */
    static Syntax parse(String source) {
        return PlainSyntax.of(source).orElseGet(() -> Parser.parse(source));
    }

    /** A chain of {@code &&} or {@code ||} is one call with all its parts. */
    static Syntax chain(String function, List<Syntax> parts) {
        List<Syntax> all = new ArrayList<>();
        for (Syntax part : parts) {
            if (part instanceof Call call
                    && call.of() == null
                    && call.function().equals(function)) {
                all.addAll(call.arguments());
            } else {
                all.add(part);
            }
        }
        return new Call(null, function, List.copyOf(all));
    }

    /** A whole number, as narrow as it fits. */
    static Object whole(long number) {
        return number == (int) number ? (Object) (int) number : (Object) number;
    }

    /** CEL's own parser, and its trees as ours. */
    final class Parser {

        private static final CelParser WRITTEN = CelParserFactory.standardCelParserBuilder()
                .setOptions(Environment.OPTIONS)
                .setStandardMacros(CelStandardMacro.HAS)
                .build();

        private Parser() {}

        static Syntax parse(String source) {
            CelValidationResult parsed = Parser.WRITTEN.parse(source);
            if (parsed.hasError()) {
                Problems problems = new Problems(source);
                new SyntaxProblems(problems).say(parsed.getErrors().get(0));
                throw new IllegalArgumentException(problems.found().get(0).toString());
            }
            try {
                return tree(parsed.getAst().getExpr());
            } catch (CelValidationException e) {
                throw new IllegalStateException("A tree without errors is expected here.", e);
            }
        }

        private static Syntax tree(CelExpr e) {
            return switch (e.getKind()) {
                case CONSTANT -> literal(e.constant());
                case IDENT -> new Name(e.ident().name());
                case SELECT ->
                    new Member(
                            tree(e.select().operand()),
                            e.select().field(),
                            e.select().testOnly());
                case CALL -> call(e.call());
                case LIST -> new Listed(trees(e.list().elements()));
                default -> new Other();
            };
        }

        private static Syntax call(CelExpr.CelCall call) {
            String function = call.function();
            List<Syntax> arguments = trees(call.args());
            return function.equals("_&&_") || function.equals("_||_")
                    ? chain(function, arguments)
                    : new Call(call.target().map(Parser::tree).orElse(null), function, arguments);
        }

        private static List<Syntax> trees(List<CelExpr> expressions) {
            return expressions.stream().map(Parser::tree).toList();
        }

        private static Syntax literal(CelConstant constant) {
            return switch (constant.getKind()) {
                case STRING_VALUE -> new Literal(constant.stringValue());
                case BOOLEAN_VALUE -> new Literal(constant.booleanValue());
                case DOUBLE_VALUE -> new Literal(constant.doubleValue());
                case INT64_VALUE -> new Literal(whole(constant.int64Value()));
                default -> new Other();
            };
        }
    }
}
