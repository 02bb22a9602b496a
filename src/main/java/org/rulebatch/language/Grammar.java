package org.rulebatch.language;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;

/** Ensures that an expression has nothing that the language leaves out, and not too many loops within each other. */
final class Grammar {

    private final Problems problems;

    Grammar(Problems problems) {
        this.problems = problems;
    }

    void hold(CelExpr expression) {
        visit(expression, 0);
    }

    private void visit(CelExpr e, int loops) {
        switch (e.getKind()) {
            case CONSTANT -> constant(e);
            case SELECT -> visit(e.select().operand(), loops);
            case CALL -> {
                e.call().target().ifPresent(target -> visit(target, loops));
                e.call().args().forEach(argument -> visit(argument, loops));
            }
            case LIST -> e.list().elements().forEach(element -> visit(element, loops));
            case MAP ->
                e.map().entries().forEach(entry -> {
                    visit(entry.key(), loops);
                    visit(entry.value(), loops);
                });
            case STRUCT -> problems.at(e.id(), "Structures cannot be made in an expression.", "");
            case COMPREHENSION -> loop(e, loops);
            default -> {}
        }
    }

    private void constant(CelExpr e) {
        CelConstant.Kind kind = e.constant().getKind();
        switch (kind) {
            case NULL_VALUE ->
                problems.at(
                        e.id(),
                        "There is no null: what is null in an answer is absent.",
                        "Ask with has(): has(item.Name), !has(item.Name).");
            case UINT64_VALUE ->
                problems.at(e.id(), "Whole numbers are of one kind.", "Write the number without the u.");
            case BYTES_VALUE -> problems.at(e.id(), "There are no bytes, only text.", "Write the text without the b.");
            default -> {}
        }
    }

    private void loop(CelExpr e, int loops) {
        var loop = e.comprehension();
        boolean binds = loop.iterVar().equals(Inspection.UNUSED);
        int inner = binds ? loops : loops + 1;
        if (inner > Bounds.NESTED_LOOPS) {
            problems.at(
                    e.id(),
                    "More than " + Bounds.NESTED_LOOPS + " loops (exists, all, filter, map) stand within each other.",
                    "Judge the inner items by a discovery of their own.");
            return;
        }
        visit(loop.iterRange(), loops);
        visit(loop.accuInit(), loops);
        visit(loop.loopStep(), inner);
        visit(loop.result(), loops);
    }
}
