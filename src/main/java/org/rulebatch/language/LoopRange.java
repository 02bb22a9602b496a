package org.rulebatch.language;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a loop goes through where that is no list of the answers: constants, or parts of a text. A statement about the loop's
 * variable is a statement about these.
 */
final class LoopRange {

    private final List<CelConstant> constants = new ArrayList<>();
    private final Set<String> places = new LinkedHashSet<>();
    private final Set<String> functions = new LinkedHashSet<>();
    private boolean open = true;

    LoopRange(CelExpr range) {
        collect(range);
    }

    private void collect(CelExpr e) {
        if (e.getKind() == Kind.LIST) {
            e.list().elements().stream()
                    .filter(each -> each.getKind() == Kind.CONSTANT)
                    .forEach(each -> constants.add(each.constant()));
        } else if (e.getKind() == Kind.SELECT) {
            collect(e.select().operand());
        } else if (e.getKind() == Kind.CALL) {
            functions.add(e.call().function());
            e.call().target().ifPresent(this::collect);
            e.call().args().forEach(this::collect);
        }
    }

    /** Something that is read while it is made. */
    void reads(String place) {
        if (open) {
            places.add(place);
        }
    }

    /** @param made whether it is no list of the answers */
    void close(boolean made) {
        open = false;
        if (!made) {
            constants.clear();
            places.clear();
            functions.clear();
        }
    }

    void stateIn(Clues clues, @Nullable CelExpr statement) {
        constants.forEach(constant -> clues.literal(statement, constant));
        places.forEach(place -> clues.place(statement, place, null));
        functions.forEach(function -> clues.function(statement, function));
    }
}
