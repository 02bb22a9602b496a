package org.rulebatch.ruleyaml;

import java.util.List;
import java.util.stream.Collectors;

/**
 * An expression that is true or false, as text.
 *
 * @param binding how strongly its outermost operator binds
 * @param denied the text of its opposite
 */
record CelText(String text, Binding binding, String denied, Binding deniedBinding) {

    /** From weak to strong. */
    enum Binding {
        OR,
        AND,
        COMPARISON,
        UNARY
    }

    static final CelText TRUE = new CelText("true", Binding.UNARY, "false", Binding.UNARY);
    static final CelText FALSE = TRUE.not();

    /** A value that is true or false by itself: a member, a call. */
    static CelText truth(String text) {
        return new CelText(text, Binding.UNARY, "!" + text, Binding.UNARY);
    }

    static CelText equal(String left, String right) {
        return new CelText(left + " == " + right, Binding.COMPARISON, left + " != " + right, Binding.COMPARISON);
    }

    /** A comparison whose opposite has no operator of its own. */
    static CelText comparison(String text) {
        return new CelText(text, Binding.COMPARISON, "!(" + text + ")", Binding.UNARY);
    }

    static CelText of(boolean truth) {
        return truth ? TRUE : FALSE;
    }

    CelText not() {
        return new CelText(denied, deniedBinding, text, binding);
    }

    static CelText all(List<CelText> parts) {
        return joined(parts, TRUE, Binding.AND, " && ");
    }

    static CelText any(List<CelText> parts) {
        return joined(parts, FALSE, Binding.OR, " || ");
    }

    /** Both; the opposite is written part by part, so that the checker sees that the first is asked before the second. */
    CelText and(CelText other) {
        CelText both = all(List.of(this, other));
        CelText neither = any(List.of(not(), other.not()));
        return new CelText(both.text, both.binding, neither.text, neither.binding);
    }

    private static CelText joined(List<CelText> parts, CelText none, Binding binding, String operator) {
        List<CelText> needed = parts.stream().filter(part -> !part.equals(none)).toList();
        if (needed.contains(none.not())) {
            return none.not();
        }
        if (needed.size() < 2) {
            return needed.isEmpty() ? none : needed.get(0);
        }
        String text = needed.stream().map(part -> part.within(binding)).collect(Collectors.joining(operator));
        return new CelText(text, binding, "!(" + text + ")", Binding.UNARY);
    }

    private String within(Binding outer) {
        return binding.compareTo(outer) < 0 || binding == Binding.AND && outer == Binding.OR ? "(" + text + ")" : text;
    }
}
