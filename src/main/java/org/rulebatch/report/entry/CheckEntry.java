package org.rulebatch.report.entry;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A check as it stands in the rule file: {@code complies}, or {@code conditions} where the file has those.
 *
 * @param forEach the discovery whose items are judged, or {@code account} or {@code region}
 * @param with further discoveries by the names under which the expressions see them
 * @param covers the parts of the rule that the check decides
 */
@JsonInclude(Include.NON_EMPTY)
public record CheckEntry(
        String forEach,
        Map<String, String> with,
        Map<String, Object> parameters,
        @Nullable String where,
        @Nullable String complies,
        @Nullable Object conditions,
        List<String> covers) {

    public CheckEntry {
        with = with == null ? Map.of() : with;
        parameters = parameters == null ? Map.of() : parameters;
        covers = covers == null ? List.of() : List.copyOf(covers);
    }
}
