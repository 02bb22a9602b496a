package org.rulebatch.language;

import dev.cel.checker.CelChecker;
import dev.cel.checker.CelCheckerBuilder;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationResult;
import dev.cel.common.CelVarDecl;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompilerFactory;

/** The type checker of one scope. */
final class Checker {

    private final CelChecker checker;

    private Checker(CelChecker checker) {
        this.checker = checker;
    }

    static Checker of(Environment environment, Scope scope) {
        CelCheckerBuilder builder = CelCompilerFactory.standardCelCheckerBuilder()
                .setOptions(Environment.OPTIONS)
                .setStandardEnvironmentEnabled(false)
                .setStandardDeclarations(Environment.standard())
                .setTypeProvider(scope.types().provider(scope.own()))
                .setResultType(SimpleType.BOOL)
                .addLibraries(Environment.LIBRARIES)
                .addFunctionDeclarations(environment.functions().declarations());
        scope.variables().forEach((name, type) -> builder.addVarDeclarations(
                CelVarDecl.newVarDeclaration(name, type.cel())));
        return new Checker(builder.build());
    }

    CelValidationResult check(CelAbstractSyntaxTree tree) {
        return checker.check(tree);
    }
}
