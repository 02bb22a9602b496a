package org.rulebatch.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ensures that the quick reader of plain expressions says what CEL's own parser says, and leaves the rest to it. */
final class SyntaxTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "item.A",
                "!item.A && item.B == \"x\" && (item.C || item.D)",
                "(item.A && item.B) && item.C",
                "item.A || item.B || item.C",
                "!has(item.A.B) || item.A.B >= -30",
                "age(item.T) <= -params.days",
                "item.X in [1, 2.5, true, \"a\"] ",
                "item.X in []",
                "!(\"a b\" in item.`x-y`)",
                "item.M[\"k\"].V != \"\"",
                "item.L.filter(x, has(x.A) && x.A > 1).all(x, x.B.exists(y, y == \"q\\\"\\\\\"))",
                "version(item.V).isAtLeast(version(params.version))",
                "99999999999 < item.Size",
                "!item.Policy.contains(\"a\")"
            })
    void readsPlainExpressionsAsCelDoes(String expression) {
        assertThat(PlainSyntax.of(expression)).contains(Syntax.Parser.parse(expression));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a ? b : c", "'text'", "\"\\n\"", "a + b", "{\"k\": 1}", "1u", "a - 1", "a == b == c"})
    void leavesMoreThanThatToCel(String expression) {
        assertThat(PlainSyntax.of(expression)).isEmpty();
        assertThat(Syntax.parse(expression)).isEqualTo(Syntax.Parser.parse(expression));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "item.", "item.A &&", "f(", "[1, ", "item.A)", "has(item)", "if", "item.A = 1", "a b", "."})
    void refusesWhatCelRefuses(String expression) {
        assertThat(PlainSyntax.of(expression)).isEmpty();
        assertThatThrownBy(() -> Syntax.parse(expression)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void saysWhereAnExpressionCannotBeRead() {
        assertThatThrownBy(() -> Syntax.parse("item.A = 1"))
                .hasMessageContaining("1:8")
                .hasMessageContaining("Write ==");
    }
}
