package org.rulebatch.language;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.util.List;
import org.rulebatch.catalog.Nearest;
import org.rulebatch.language.value.ListOf;
import org.rulebatch.language.value.Type;

/** Ensures that text that is compared with an enum's value is one of the values that the model lists. */
final class EnumValues {

    private final Presence presence;
    private final Problems problems;

    EnumValues(Presence presence, Problems problems) {
        this.presence = presence;
        this.problems = problems;
    }

    /** @param known what is known of the two operands of a comparison */
    void hold(List<CelExpr> operands, List<Known> known) {
        if (operands.size() == 2) {
            hold(operands.get(0), known.get(0), operands.get(1));
            hold(operands.get(1), known.get(1), operands.get(0));
        }
    }

    private void hold(CelExpr enumerated, Known known, CelExpr other) {
        Type type = known.type() instanceof ListOf list ? list.element() : known.type();
        if (type == null || type.enumValues().isEmpty()) {
            return;
        }
        if (other.getKind() == CelExpr.ExprKind.Kind.LIST) {
            other.list().elements().forEach(element -> hold(enumerated, type.enumValues(), element));
        } else {
            hold(enumerated, type.enumValues(), other);
        }
    }

    private void hold(CelExpr enumerated, List<String> values, CelExpr literal) {
        if (literal.getKind() != CelExpr.ExprKind.Kind.CONSTANT
                || literal.constant().getKind() != CelConstant.Kind.STRING_VALUE) {
            return;
        }
        String text = literal.constant().stringValue();
        if (!values.contains(text)) {
            problems.at(
                    literal.id(),
                    "\"" + text + "\" is not a value of " + presence.written(enumerated) + " in the API model.",
                    Nearest.to(text, values)
                            .map(near -> "Did you mean \"" + near + "\"?")
                            .orElse("It has " + Names.few(values) + "."));
        }
    }
}
