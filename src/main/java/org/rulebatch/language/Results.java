package org.rulebatch.language;

import java.util.List;
import java.util.Set;
import org.rulebatch.language.value.Type;

/** Says what functions give, as far as it can be said without checking types. */
final class Results {

    private static final Set<String> TEXT =
            Set.of("string", "lowerAscii", "upperAscii", "trim", "replace", "substring", "join");
    private static final Set<String> INTEGER = Set.of("int", "size", "indexOf");
    private static final Set<String> SAME = Set.of("distinct", "sort", "slice");

    private final FunctionBindings functions;

    Results(FunctionBindings functions) {
        this.functions = functions;
    }

    Known of(String function, List<Known> operands) {
        if (TEXT.contains(function)) {
            return Known.made(Type.text());
        }
        if (INTEGER.contains(function)) {
            return Known.made(Type.integer());
        }
        if (function.equals("split")) {
            return Known.made(Type.list(Type.text()));
        }
        if (function.equals(Operators.ADD) && operands.size() == 2) {
            return operands.get(0).type() == null ? operands.get(1) : operands.get(0);
        }
        if (SAME.contains(function) && !operands.isEmpty()) {
            return Known.listOf(operands.get(0).each());
        }
        if (function.equals("flatten") && operands.size() == 1) {
            return Known.listOf(operands.get(0).each().each());
        }
        return functions.named(function).stream()
                .filter(each -> each.parameters().size() == operands.size())
                .findFirst()
                .map(each -> Known.made(each.result()))
                .orElse(Known.NOTHING);
    }
}
