package org.rulebatch.report.entry;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulebatch.requirement.Expressions;
import org.rulebatch.requirement.Subject;

/**
 * A check as it stands in the rule file: {@code complies}, or {@code conditions} where the file has those.
 *
 * @param forEach the discovery whose items are judged, or {@code account} or {@code region}
 * @param with further discoveries by the names under which the expressions see them
 * @param covers which words of the rule which piece of the check answers
 * @param override the check as a person's decision would have it; null where it has conditions
 */
@JsonInclude(Include.NON_EMPTY)
public record CheckEntry(
        String forEach,
        Map<String, String> with,
        Map<String, Object> parameters,
        @Nullable String where,
        @Nullable String complies,
        @Nullable Object conditions,
        List<CoverEntry> covers,
        @Nullable Map<String, Object> override) {

    /** Stands for the operator of a field that an expression reads. */
    public static final String EXPRESSION = "expression";

    public CheckEntry {
        with = with == null ? Map.of() : with;
        parameters = parameters == null ? Map.of() : parameters;
        covers = covers == null ? List.of() : List.copyOf(covers);
    }

    /** Words of the rule and the piece of the check that answers them. */
    public record CoverEntry(String text, String by) {}

    static CheckEntry of(Expressions asked) {
        Map<String, String> with = new LinkedHashMap<>();
        asked.with().forEach((name, items) -> with.put(name, subject(items)));
        return new CheckEntry(
                subject(asked.subject()),
                with,
                asked.parameters(),
                asked.where(),
                asked.complies(),
                null,
                asked.covers().stream()
                        .map(cover -> new CoverEntry(cover.text(), cover.by().wireName()))
                        .toList(),
                OverrideForm.of(asked));
    }

    private static String subject(Subject subject) {
        return subject instanceof Subject.Items items
                ? "aws." + items.reads().get(items.reads().size() - 1).call()
                : ((Subject.Place) subject).wireName();
    }
}
