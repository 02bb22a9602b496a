package org.rulebatch.language;

import dev.cel.checker.CelCheckerLibrary;
import dev.cel.checker.CelStandardDeclarations;
import dev.cel.common.CelOptions;
import dev.cel.extensions.CelExtensions;
import dev.cel.extensions.CelListsExtensions;
import dev.cel.extensions.CelMathExtensions;
import dev.cel.extensions.CelSetsExtensions;
import dev.cel.extensions.CelStringExtensions;
import dev.cel.parser.CelParser;
import dev.cel.parser.CelParserFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.CelStandardFunctions;
import java.util.List;
import java.util.Map;

/** The parts of CEL that the language has; the same for all scopes. */
final class Environment {

    static final CelOptions OPTIONS = CelOptions.current()
            .maxExpressionCodePointSize(Bounds.SOURCE)
            .maxParseRecursionDepth(Bounds.DEPTH)
            .maxParseErrorRecoveryLimit(0)
            .comprehensionMaxIterations(Bounds.ITERATIONS)
            .enableHeterogeneousNumericComparisons(true)
            .enableHomogeneousLiterals(true)
            .populateMacroCalls(true)
            .build();

    private static final CelStringExtensions STRINGS = CelExtensions.strings(
            CelStringExtensions.Function.INDEX_OF,
            CelStringExtensions.Function.JOIN,
            CelStringExtensions.Function.LOWER_ASCII,
            CelStringExtensions.Function.UPPER_ASCII,
            CelStringExtensions.Function.REPLACE,
            CelStringExtensions.Function.SPLIT,
            CelStringExtensions.Function.SUBSTRING,
            CelStringExtensions.Function.TRIM);
    private static final CelListsExtensions LISTS = CelExtensions.lists(
            CelListsExtensions.Function.DISTINCT,
            CelListsExtensions.Function.FLATTEN,
            CelListsExtensions.Function.SLICE,
            CelListsExtensions.Function.SORT);
    private static final CelMathExtensions MATH = CelExtensions.math(
            CelMathExtensions.Function.MAX,
            CelMathExtensions.Function.MIN,
            CelMathExtensions.Function.ABS,
            CelMathExtensions.Function.CEIL,
            CelMathExtensions.Function.FLOOR,
            CelMathExtensions.Function.ROUND);
    private static final CelSetsExtensions SETS = CelExtensions.sets(OPTIONS);

    static final List<CelCheckerLibrary> LIBRARIES = List.of(STRINGS, LISTS, MATH, SETS);

    private static final CelStandardDeclarations.StandardFunction[] STANDARD = {
        CelStandardDeclarations.StandardFunction.LOGICAL_AND,
        CelStandardDeclarations.StandardFunction.LOGICAL_OR,
        CelStandardDeclarations.StandardFunction.LOGICAL_NOT,
        CelStandardDeclarations.StandardFunction.CONDITIONAL,
        CelStandardDeclarations.StandardFunction.NOT_STRICTLY_FALSE,
        CelStandardDeclarations.StandardFunction.EQUALS,
        CelStandardDeclarations.StandardFunction.NOT_EQUALS,
        CelStandardDeclarations.StandardFunction.IN,
        CelStandardDeclarations.StandardFunction.INDEX,
        CelStandardDeclarations.StandardFunction.LESS,
        CelStandardDeclarations.StandardFunction.LESS_EQUALS,
        CelStandardDeclarations.StandardFunction.GREATER,
        CelStandardDeclarations.StandardFunction.GREATER_EQUALS,
        CelStandardDeclarations.StandardFunction.ADD,
        CelStandardDeclarations.StandardFunction.SUBTRACT,
        CelStandardDeclarations.StandardFunction.MULTIPLY,
        CelStandardDeclarations.StandardFunction.DIVIDE,
        CelStandardDeclarations.StandardFunction.MODULO,
        CelStandardDeclarations.StandardFunction.NEGATE,
        CelStandardDeclarations.StandardFunction.SIZE,
        CelStandardDeclarations.StandardFunction.CONTAINS,
        CelStandardDeclarations.StandardFunction.STARTS_WITH,
        CelStandardDeclarations.StandardFunction.ENDS_WITH,
        CelStandardDeclarations.StandardFunction.MATCHES,
        CelStandardDeclarations.StandardFunction.BOOL,
        CelStandardDeclarations.StandardFunction.INT,
        CelStandardDeclarations.StandardFunction.DOUBLE,
        CelStandardDeclarations.StandardFunction.STRING,
        CelStandardDeclarations.StandardFunction.DURATION,
        CelStandardDeclarations.StandardFunction.TIMESTAMP
    };

    /** Names of the functions that come with CEL, without operators. */
    static final List<String> FUNCTIONS = List.of(
            "abs", "all", "bind", "bool", "ceil", "contains", "containsAny", "distinct", "double", "duration",
            "endsWith", "equivalent", "exists", "exists_one", "filter", "flatten", "floor", "greatest", "has",
            "indexOf", "int", "intersects", "join", "least", "lowerAscii", "map", "matches", "replace", "round",
            "size", "slice", "sort", "split", "startsWith", "string", "substring", "timestamp", "trim",
            "upperAscii");

    /** What stands before the dot of functions that come in a group. */
    static final List<String> GROUPS = List.of("cel", "math", "sets");

    private final FunctionBindings functions;
    private final CelParser parser;
    private final CelRuntime runtime;

    Environment(Types types, FunctionBindings functions) {
        this.functions = functions;
        this.parser = CelParserFactory.standardCelParserBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(
                        CelStandardMacro.HAS,
                        CelStandardMacro.ALL,
                        CelStandardMacro.EXISTS,
                        CelStandardMacro.EXISTS_ONE,
                        CelStandardMacro.MAP,
                        CelStandardMacro.MAP_FILTER,
                        CelStandardMacro.FILTER)
                .addLibraries(MATH, CelExtensions.bindings())
                .addMacros(functions.macros())
                .build();
        this.runtime = CelRuntimeFactory.plannerRuntimeBuilder()
                .setOptions(OPTIONS)
                .setTypeProvider(types.provider(Map.of()))
                .setStandardFunctions(CelStandardFunctions.newBuilder()
                        .excludeFunctions(CelStandardFunctions.StandardFunction.IN)
                        .build())
                .addLibraries(STRINGS, LISTS, MATH, SETS)
                .addFunctionBindings(Membership.bindings())
                .addFunctionBindings(functions.bindings())
                .build();
    }

    FunctionBindings functions() {
        return functions;
    }

    CelParser parser() {
        return parser;
    }

    CelRuntime runtime() {
        return runtime;
    }

    /** The standard functions that are left, without those that order text letter by letter. */
    static CelStandardDeclarations standard() {
        return CelStandardDeclarations.newBuilder().includeFunctions(STANDARD).build();
    }
}
