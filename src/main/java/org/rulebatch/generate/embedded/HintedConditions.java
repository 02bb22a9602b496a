package org.rulebatch.generate.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulebatch.catalog.Field;
import org.rulebatch.catalog.Operation;
import org.rulebatch.check.OperatorCheck;
import org.rulebatch.check.ValueCheck;
import org.rulebatch.requirement.Condition;
import org.rulebatch.requirement.Expectation;
import org.rulebatch.requirement.Finding;
import org.rulebatch.requirement.Operator;

/** Takes operator and value of a field that no fact speaks of from the hint, where they fit the field. */
final class HintedConditions {

    private HintedConditions() {}

    static Condition condition(Condition guessed, Operation read, Field field, Hint hint) {
        return hint.at(field.path())
                .filter(named -> fits(named, read, field))
                .map(named -> guessed.withExpectation(Expectation.of(named.operator(), value(named))))
                .orElse(guessed);
    }

    private static boolean fits(Hint.Named named, Operation read, Field field) {
        Object value = value(named);
        boolean needsValue = named.operator().operand() != Operator.Operand.NONE;
        if (needsValue && (value == null || value instanceof Map<?, ?>)) {
            return false;
        }
        List<Finding> findings = new ArrayList<>();
        OperatorCheck.check(field, named.operator(), value, findings);
        ValueCheck.of(read, field, findings).check(named.operator(), value);
        return findings.stream().noneMatch(Finding::isError);
    }

    private static @Nullable Object value(Hint.Named named) {
        return named.operator().operand() == Operator.Operand.NONE ? null : named.value();
    }
}
