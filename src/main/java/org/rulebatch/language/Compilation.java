package org.rulebatch.language;

import java.util.List;
import java.util.Optional;

/**
 * What compiling gives: an expression, or what is wrong with it.
 *
 * @param expression empty if there are problems
 * @param problems in the order of their places
 */
public record Compilation(Optional<Expression> expression, List<Problem> problems) {

    public Compilation {
        problems = List.copyOf(problems);
    }

    static Compilation of(Expression expression) {
        return new Compilation(Optional.of(expression), List.of());
    }

    static Compilation failed(List<Problem> problems) {
        return new Compilation(Optional.empty(), problems);
    }
}
