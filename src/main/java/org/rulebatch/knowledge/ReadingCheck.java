package org.rulebatch.knowledge;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rulebatch.catalog.Field;
import org.rulebatch.catalog.Operation;
import org.rulebatch.check.OperatorCheck;
import org.rulebatch.check.QuantifierCheck;
import org.rulebatch.check.UnknownField;
import org.rulebatch.check.ValueCheck;
import org.rulebatch.requirement.Operator;

/** Ensures that a path is in a response, and that what is expected there fits its type and enum. */
final class ReadingCheck {

    private final FileFindings findings;

    ReadingCheck(FileFindings findings) {
        this.findings = findings;
    }

    /**
     * Checks a reading.
     *
     * @param pointer of the mapping that holds {@code path}
     * @param complies of the mapping that says what is expected
     */
    void check(Operation operation, Reading reading, String pointer, String complies) {
        Optional<Field> field = field(operation, reading.path(), pointer);
        if (field.isEmpty()) {
            return;
        }
        Complies expected = reading.complies();
        findings.collect(complies, here -> {
            QuantifierCheck.check(reading.path(), expected.filled(Map.of(), null), here);
            return here.isEmpty();
        });
        value(operation, field.get(), expected.operator(), expected.value(), complies);
        List<Complies.Filter> where = expected.where();
        for (int i = 0; i < where.size(); i++) {
            Complies.Filter filter = where.get(i);
            String at = complies + "/where/" + i;
            field(operation, filter.path(), at)
                    .ifPresent(known -> value(operation, known, filter.operator(), filter.value(), at));
        }
    }

    Optional<Field> field(Operation operation, String path, String pointer) {
        Optional<Field> field = operation.field(path);
        if (field.isEmpty()) {
            findings.add(pointer + "/path", UnknownField.in(operation, path));
        }
        return field;
    }

    private void value(Operation operation, Field field, Operator operator, @Nullable Object value, String pointer) {
        findings.collect(pointer, here -> {
            OperatorCheck.check(field, operator, value, here);
            return here.isEmpty() && ValueCheck.of(operation, field, here).check(operator, value) != null;
        });
    }
}
