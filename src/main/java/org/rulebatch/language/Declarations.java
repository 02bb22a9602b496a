package org.rulebatch.language;

import dev.cel.checker.CelStandardDeclarations.StandardFunction;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The functions and operators that there are, by name. The type checker compares every overload that it is told of with
 * every other before each check, so it is told only of those that an expression uses.
 */
final class Declarations {

    private static final List<StandardFunction> STANDARD = List.of(
            StandardFunction.LOGICAL_AND,
            StandardFunction.LOGICAL_OR,
            StandardFunction.LOGICAL_NOT,
            StandardFunction.CONDITIONAL,
            StandardFunction.NOT_STRICTLY_FALSE,
            StandardFunction.EQUALS,
            StandardFunction.NOT_EQUALS,
            StandardFunction.IN,
            StandardFunction.INDEX,
            StandardFunction.LESS,
            StandardFunction.LESS_EQUALS,
            StandardFunction.GREATER,
            StandardFunction.GREATER_EQUALS,
            StandardFunction.ADD,
            StandardFunction.SUBTRACT,
            StandardFunction.MULTIPLY,
            StandardFunction.DIVIDE,
            StandardFunction.MODULO,
            StandardFunction.NEGATE,
            StandardFunction.SIZE,
            StandardFunction.CONTAINS,
            StandardFunction.STARTS_WITH,
            StandardFunction.ENDS_WITH,
            StandardFunction.MATCHES,
            StandardFunction.BOOL,
            StandardFunction.INT,
            StandardFunction.DOUBLE,
            StandardFunction.STRING,
            StandardFunction.DURATION,
            StandardFunction.TIMESTAMP);

    private static final Set<String> ORDERING = Set.of("_<_", "_<=_", "_>_", "_>=_");
    private static final Set<CelType> WITHOUT_ORDER = Set.of(SimpleType.STRING, SimpleType.BOOL);
    private static final Set<CelType> LEFT_OUT = Set.of(SimpleType.UINT, SimpleType.BYTES);

    private final Map<String, CelFunctionDecl> byName = new LinkedHashMap<>();

    Declarations(Collection<CelFunctionDecl> further) {
        STANDARD.forEach(function -> put(function.functionDecl()));
        further.forEach(this::put);
    }

    private void put(CelFunctionDecl function) {
        List<CelOverloadDecl> kept = function.overloads().stream()
                .filter(overload -> isKept(function.name(), overload.parameterTypes()))
                .toList();
        if (!kept.isEmpty()) {
            byName.put(function.name(), CelFunctionDecl.newFunctionDeclaration(function.name(), kept));
        }
    }

    /** Text has no order here: letter by letter, "10" comes before "9". */
    private static boolean isKept(String function, List<CelType> parameters) {
        return parameters.stream().noneMatch(LEFT_OUT::contains)
                && !(ORDERING.contains(function) && parameters.stream().anyMatch(WITHOUT_ORDER::contains));
    }

    boolean has(String name) {
        return byName.containsKey(name);
    }

    /** The names that can be written, without operators. */
    List<String> names() {
        return byName.keySet().stream()
                .filter(name -> Character.isLetter(name.charAt(0)) && name.indexOf('@') < 0)
                .toList();
    }

    /** Those of the names that there are. */
    List<CelFunctionDecl> of(Collection<String> names) {
        List<CelFunctionDecl> found = new ArrayList<>();
        for (String name : names) {
            CelFunctionDecl known = byName.get(name);
            if (known != null) {
                found.add(known);
            }
        }
        return found;
    }
}
