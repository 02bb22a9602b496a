package org.rulebatch.language;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelSource;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.parser.CelUnparser;
import dev.cel.parser.CelUnparserFactory;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.rulebatch.language.value.Paths;

/** Says which places are there for sure where a condition is true, or false. */
final class Presence {

    private static final CelUnparser UNPARSER = CelUnparserFactory.newUnparser();

    private final CelSource source;

    Presence(CelSource source) {
        this.source = source;
    }

    /** The places, as {@link #written} writes them. */
    Set<String> where(CelExpr e, boolean holds) {
        if (e.getKind() == CelExpr.ExprKind.Kind.SELECT) {
            return holds && e.select().testOnly() ? Set.of(written(e)) : Set.of();
        }
        if (e.getKind() != CelExpr.ExprKind.Kind.CALL) {
            return Set.of();
        }
        List<CelExpr> arguments = e.call().args();
        return switch (e.call().function()) {
            case Operators.NOT -> where(arguments.get(0), !holds);
            case Operators.AND -> joined(arguments, holds, holds);
            case Operators.OR -> joined(arguments, holds, !holds);
            case Operators.IN -> holds ? Set.of(written(arguments.get(1)) + step(arguments.get(0))) : Set.of();
            default -> Set.of();
        };
    }

    private Set<String> joined(List<CelExpr> parts, boolean holds, boolean all) {
        Set<String> places = new HashSet<>(where(parts.get(0), holds));
        if (all) {
            places.addAll(where(parts.get(1), holds));
        } else {
            places.retainAll(where(parts.get(1), holds));
        }
        return places;
    }

    /** A place in one form, however it is written: {@code item.Attributes.x} for {@code item.Attributes["x"]} too. */
    String written(CelExpr e) {
        if (e.getKind() == CelExpr.ExprKind.Kind.IDENT) {
            return e.ident().name();
        }
        if (e.getKind() == CelExpr.ExprKind.Kind.SELECT) {
            return written(e.select().operand()) + "." + e.select().field();
        }
        if (Operators.is(e, Operators.INDEX)) {
            return written(e.call().args().get(0)) + step(e.call().args().get(1));
        }
        return text(e);
    }

    private String step(CelExpr key) {
        if (key.getKind() == CelExpr.ExprKind.Kind.CONSTANT
                && key.constant().getKind() == CelConstant.Kind.STRING_VALUE) {
            return Paths.step(key.constant().stringValue());
        }
        boolean number = key.getKind() == CelExpr.ExprKind.Kind.CONSTANT
                && key.constant().getKind() == CelConstant.Kind.INT64_VALUE;
        return "[" + (number ? Long.toString(key.constant().int64Value()) : text(key)) + "]";
    }

    /** The question whether the place is there. */
    String question(CelExpr e) {
        if (Operators.is(e, Operators.INDEX) && !step(e.call().args().get(1)).startsWith(".")) {
            return text(e.call().args().get(1)) + " in "
                    + written(e.call().args().get(0));
        }
        return "has(" + written(e) + ")";
    }

    /** The question whether the place is absent. */
    String denied(CelExpr e) {
        String question = question(e);
        return question.startsWith("has(") ? "!" + question : "!(" + question + ")";
    }

    /** A part of the expression as text. */
    String text(CelExpr e) {
        return UNPARSER.unparse(CelAbstractSyntaxTree.newParsedAst(e, source));
    }
}
