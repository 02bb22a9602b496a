package org.rulebatch.engine.scan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rulebatch.engine.Evidence;

/**
 * A value that a failure rests on.
 *
 * @param value text, a number or a flag; null for an absent one
 */
public record EvidenceJson(String path, @Nullable Object value) {

    static List<EvidenceJson> of(Evidence evidence) {
        return evidence.found().stream().map(EvidenceJson::of).toList();
    }

    private static EvidenceJson of(Evidence.Found found) {
        Object value = found.value();
        boolean plain = value == null || value instanceof Number || value instanceof Boolean;
        return new EvidenceJson(found.path(), plain ? value : String.valueOf(value));
    }

    String words() {
        return path + " = " + (value == null ? "absent" : value instanceof String ? "\"" + value + "\"" : value);
    }
}
