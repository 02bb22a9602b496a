package org.rulebatch.validate;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.rulebatch.catalog.Field;
import org.rulebatch.catalog.Operation;
import org.rulebatch.check.UnknownField;
import org.rulebatch.requirement.Finding;

/** Ensures that a path exists in the response; corrects case, {@code snake_case} and a missing list prefix. */
final class PathCheck {

    private PathCheck() {}

    static FieldCheck check(Operation operation, String path, List<Finding> findings) {
        Optional<Field> exact = operation.field(path);
        if (exact.isPresent()) {
            return FieldCheck.of(exact.get(), null, "exact_match");
        }
        return corrected(operation, path, "case_corrected", text -> text.toLowerCase(Locale.ROOT), findings)
                .or(() -> corrected(operation, path, "snake_case_corrected", PathCheck::plain, findings))
                .or(() -> prefixed(operation, path, findings))
                .orElseGet(() -> {
                    findings.add(UnknownField.in(operation, path));
                    return new FieldCheck(false, path, null, "not_found", null, List.of());
                });
    }

    private static Optional<FieldCheck> corrected(
            Operation operation,
            String path,
            String validation,
            UnaryOperator<String> spelling,
            List<Finding> findings) {
        String wanted = spelling.apply(path);
        return only(operation.fields().stream()
                        .filter(field -> spelling.apply(field.path()).equals(wanted))
                        .toList())
                .map(field -> noted(field, path, validation, findings));
    }

    /** Takes {@code Encrypted} for {@code Volumes[].Encrypted} where no other place of the response ends so. */
    private static Optional<FieldCheck> prefixed(Operation operation, String path, List<Finding> findings) {
        String tail = "." + plain(path);
        return only(operation.fields().stream()
                        .filter(field -> ("." + plain(field.path())).endsWith(tail))
                        .toList())
                .map(field -> noted(field, path, "prefix_corrected", findings));
    }

    private static Optional<Field> only(List<Field> fields) {
        return fields.size() == 1 ? Optional.of(fields.get(0)) : Optional.empty();
    }

    private static FieldCheck noted(Field field, String original, String validation, List<Finding> findings) {
        findings.add(Finding.note("field." + validation, original, "read as " + field.path()));
        return FieldCheck.of(field, original, validation);
    }

    /** Lower case, without the marks of lists and maps and without underscores. */
    private static String plain(String path) {
        return path.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]", "");
    }
}
