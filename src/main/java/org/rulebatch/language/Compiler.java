package org.rulebatch.language;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.runtime.CelEvaluationException;

/** Makes expressions of text: parsed, held against the bounds, names looked up, types checked. */
final class Compiler {

    private final Environment environment;

    Compiler(Environment environment) {
        this.environment = environment;
    }

    Compilation compile(Scope scope, String source) {
        Problems problems = new Problems(source);
        if (source.codePointCount(0, source.length()) > Bounds.SOURCE) {
            problems.at(0, "The expression is longer than " + Bounds.SOURCE + " characters, which is the limit.", "");
            return Compilation.failed(problems.found());
        }
        CelValidationResult parsed = environment.parser().parse(source);
        if (parsed.hasError()) {
            new SyntaxProblems(problems).say(parsed.getErrors().get(0));
            return Compilation.failed(problems.found());
        }
        return checked(scope, source, tree(parsed));
    }

    private Compilation checked(Scope scope, String source, CelAbstractSyntaxTree tree) {
        Problems problems = new Problems(source, tree.getSource().getPositionsMap());
        new Grammar(problems).hold(tree.getExpr());
        if (problems.some()) {
            return Compilation.failed(problems.found());
        }
        Problems further = new Problems(source, tree.getSource().getPositionsMap());
        Inspection inspection = new Inspection(scope, environment, tree.getSource(), problems, further);
        inspection.of(tree.getExpr());
        if (problems.some()) {
            return Compilation.failed(problems.found());
        }
        CelValidationResult checked = scope.checker().check(tree, environment.declarations(), inspection.calls());
        TypeProblems typeProblems = new TypeProblems(further, environment.functions());
        checked.getErrors().forEach(typeProblems::say);
        if (further.some()) {
            return Compilation.failed(further.found());
        }
        CelAbstractSyntaxTree typed = tree(checked);
        try {
            return Compilation.of(new Expression(
                    source,
                    typed,
                    environment.runtime().createProgram(typed),
                    scope.variables(),
                    inspection.reads(),
                    inspection.clues()));
        } catch (CelEvaluationException e) {
            throw new IllegalStateException("Cannot plan '" + source + "'.", e);
        }
    }

    private static CelAbstractSyntaxTree tree(CelValidationResult result) {
        try {
            return result.getAst();
        } catch (CelValidationException e) {
            throw new IllegalStateException("A tree without errors is expected here.", e);
        }
    }
}
