package org.rulebatch.language;

import dev.cel.checker.CelCheckerBuilder;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationResult;
import dev.cel.common.CelVarDecl;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompilerFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Checks types over the variables of one scope. */
final class Checker {

    private final List<CelVarDecl> variables = new ArrayList<>();
    private final CelTypeProvider provider;

    Checker(Scope scope) {
        scope.variables().forEach((name, type) -> variables.add(CelVarDecl.newVarDeclaration(name, type.cel())));
        this.provider = scope.types().provider(scope.own());
    }

    /** @param functions the names of all that the expression calls, operators too */
    CelValidationResult check(CelAbstractSyntaxTree tree, Declarations declarations, Collection<String> functions) {
        CelCheckerBuilder builder = CelCompilerFactory.standardCelCheckerBuilder()
                .setOptions(Environment.OPTIONS)
                .setStandardEnvironmentEnabled(false)
                .setTypeProvider(provider)
                .setResultType(SimpleType.BOOL)
                .addVarDeclarations(variables)
                .addFunctionDeclarations(declarations.of(functions));
        return builder.build().check(tree);
    }
}
