package org.rulebatch.language;

import dev.cel.common.CelFunctionDecl;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rulebatch.language.value.Types;

/** The parts of CEL that the language has; the same for all scopes. */
final class Environment {

    static final CelOptions OPTIONS = CelOptions.current()
            .maxExpressionCodePointSize(Bounds.SOURCE)
            .maxParseRecursionDepth(Bounds.DEPTH)
            .comprehensionMaxIterations(Bounds.ITERATIONS)
            .enableHeterogeneousNumericComparisons(true)
            .enableHomogeneousLiterals(true)
            .enableQuotedIdentifierSyntax(true)
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

    private final FunctionBindings functions;
    private final Declarations declarations;
    private final CelParser parser;
    private final CelRuntime runtime;

    Environment(Types types, FunctionBindings functions) {
        this.functions = functions;
        this.declarations = new Declarations(further(functions));
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

    private static List<CelFunctionDecl> further(FunctionBindings functions) {
        List<CelFunctionDecl> further = new ArrayList<>();
        further.addAll(STRINGS.functions());
        further.addAll(LISTS.functions());
        further.addAll(MATH.functions());
        further.addAll(SETS.functions());
        further.addAll(functions.declarations());
        return further;
    }

    FunctionBindings functions() {
        return functions;
    }

    Declarations declarations() {
        return declarations;
    }

    CelParser parser() {
        return parser;
    }

    CelRuntime runtime() {
        return runtime;
    }
}
