package org.rulebatch.language;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import java.util.HashMap;
import java.util.Map;

/** The statements that an expression joins by logic and loops, and what each should be for the whole to be true. */
final class Statements {

    private final Map<Long, Boolean> wanted = new HashMap<>();

    Statements(CelExpr expression) {
        collect(expression, true);
    }

    /** What each statement, by its id, should be for the whole to be true. */
    Map<Long, Boolean> wanted() {
        return wanted;
    }

    private void collect(CelExpr e, boolean truth) {
        if (Operators.is(e, Operators.NOT)) {
            collect(e.call().args().get(0), !truth);
        } else if (Operators.is(e, Operators.AND)
                || Operators.is(e, Operators.OR)
                || Operators.is(e, Operators.CONDITIONAL)) {
            e.call().args().forEach(part -> collect(part, truth));
        } else if (e.getKind() == Kind.COMPREHENSION) {
            loop(e.comprehension(), truth);
        } else if (e.getKind() == Kind.CALL || e.getKind() == Kind.SELECT || e.getKind() == Kind.IDENT) {
            statement(e, truth);
        }
    }

    private void loop(CelComprehension loop, boolean truth) {
        loops(loop.iterRange(), truth);
        loops(loop.accuInit(), truth);
        collect(loop.loopStep(), truth);
        if (loop.iterVar().equals(Inspection.UNUSED)) {
            collect(loop.result(), truth);
        }
    }

    private void statement(CelExpr e, boolean truth) {
        if (e.getKind() == Kind.IDENT && e.ident().name().startsWith("@")) {
            return;
        }
        wanted.put(e.id(), truth);
        if (e.getKind() == Kind.CALL) {
            e.call().target().ifPresent(target -> loops(target, truth));
            e.call().args().forEach(argument -> loops(argument, truth));
        }
    }

    /** The loops in a part that is not itself true or false. */
    private void loops(CelExpr e, boolean truth) {
        if (e.getKind() == Kind.COMPREHENSION) {
            loop(e.comprehension(), truth);
        } else if (e.getKind() == Kind.CALL) {
            e.call().target().ifPresent(target -> loops(target, truth));
            e.call().args().forEach(argument -> loops(argument, truth));
        }
    }
}
