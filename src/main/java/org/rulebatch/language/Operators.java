package org.rulebatch.language;

import dev.cel.common.ast.CelExpr;
import java.util.Map;
import java.util.Set;

/** What operators are called in an expression's tree. */
final class Operators {

    static final String AND = "_&&_";
    static final String OR = "_||_";
    static final String NOT = "!_";
    static final String CONDITIONAL = "_?_:_";
    static final String INDEX = "_[_]";
    static final String EQUALS = "_==_";
    static final String NOT_EQUALS = "_!=_";
    static final String IN = "@in";
    static final String ADD = "_+_";

    /** Those that order or reckon, so that nothing can stand for an absent operand. */
    static final Set<String> MEASURING = Set.of("_<_", "_<=_", "_>_", "_>=_", ADD, "_-_", "_*_", "_/_", "_%_", "-_");

    /** Those that make a number, a time or a flag of text; {@code @age} is {@code age} as a tree has it. */
    static final Set<String> CONVERTING = Set.of("int", "double", "bool", "timestamp", "duration", "@age");

    /** Those that compare. */
    static final Set<String> COMPARING = Set.of(EQUALS, NOT_EQUALS, IN, "_<_", "_<=_", "_>_", "_>=_");

    /** The operators as they are written. */
    static final Map<String, String> WRITTEN = Map.ofEntries(
            Map.entry(AND, "&&"),
            Map.entry(OR, "||"),
            Map.entry(NOT, "!"),
            Map.entry(CONDITIONAL, "? :"),
            Map.entry(INDEX, "[ ]"),
            Map.entry(EQUALS, "=="),
            Map.entry(NOT_EQUALS, "!="),
            Map.entry(IN, "in"),
            Map.entry(ADD, "+"),
            Map.entry("_-_", "-"),
            Map.entry("_*_", "*"),
            Map.entry("_/_", "/"),
            Map.entry("_%_", "%"),
            Map.entry("-_", "-"),
            Map.entry("_<_", "<"),
            Map.entry("_<=_", "<="),
            Map.entry("_>_", ">"),
            Map.entry("_>=_", ">="));

    private Operators() {}

    static boolean is(CelExpr expression, String function) {
        return expression.getKind() == CelExpr.ExprKind.Kind.CALL
                && expression.call().function().equals(function);
    }

    static boolean isOperator(String function) {
        return WRITTEN.containsKey(function) || function.startsWith("@not_strictly_false");
    }
}
