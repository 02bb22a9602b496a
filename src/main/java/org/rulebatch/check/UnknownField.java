package org.rulebatch.check;

import java.util.List;
import org.rulebatch.catalog.Field;
import org.rulebatch.catalog.Nearest;
import org.rulebatch.catalog.Operation;
import org.rulebatch.requirement.Finding;

/** Says that a response has no such path, and which one is nearest. */
public final class UnknownField {

    private UnknownField() {}

    public static Finding in(Operation operation, String path) {
        List<String> paths = operation.fields().stream().map(Field::path).toList();
        String hint = Nearest.to(path, paths)
                .map(near -> "did you mean " + near + "?")
                .orElse("");
        return Finding.error("field.unknown", path, operation + " returns no " + path, hint);
    }
}
