package org.rulebatch.language;

import dev.cel.common.ast.CelExpr;
import dev.cel.runtime.CelEvaluationListener;
import java.util.HashSet;
import java.util.Set;
import org.rulebatch.language.value.EvidenceLog;

/** Listens which parts of a conjunction hold, so that a failure shows only what those parts read that do not. */
final class Conjuncts implements CelEvaluationListener {

    private final Set<Long> parts = new HashSet<>();
    private final EvidenceLog log;

    Conjuncts(CelExpr expression, EvidenceLog log) {
        this.log = log;
        collect(expression);
    }

    private void collect(CelExpr expression) {
        if (Operators.is(expression, Operators.AND)) {
            expression.call().args().forEach(this::collect);
        } else {
            parts.add(expression.id());
        }
    }

    @Override
    public void callback(CelExpr expression, Object value) {
        if (Boolean.TRUE.equals(value) && parts.contains(expression.id())) {
            log.held();
        }
    }
}
