package org.rulebatch.report.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rulebatch.files.Json;
import org.rulebatch.report.entry.ConditionDetails;
import org.rulebatch.report.entry.Decided;
import org.rulebatch.report.entry.FieldEntry;
import org.rulebatch.report.entry.FunctionEntry;
import org.rulebatch.report.entry.RuleEntry;

/** What a run says of a rule, in a line: all that decides it, and nothing else. */
final class RuleLine {

    private RuleLine() {}

    static String of(RuleEntry rule) {
        if (rule.decision() != Decided.AUTOMATED && rule.decision() != Decided.PROPOSED) {
            return rule.decision().word();
        }
        String or = rule.requirements().conditionLogic().equals("any") ? " or " : " and ";
        return rule.decision().word() + ": "
                + rule.requirements().fields().stream()
                        .map(field -> field(field, rule.validatedFunction()))
                        .collect(Collectors.joining(or));
    }

    private static String field(FieldEntry field, @Nullable FunctionEntry main) {
        FunctionEntry function = field.validatedFunction() == null ? main : field.validatedFunction();
        ConditionDetails details = field.details();
        List<String> parts = new ArrayList<>();
        parts.add(function == null ? "" : function.call());
        parts.add(field.path());
        Stream.ofNullable(details.quantifier()).forEach(parts::add);
        parts.add(field.operator());
        Stream.ofNullable(field.expected()).map(RuleLine::text).forEach(parts::add);
        add(parts, "where", details.where().isEmpty() ? null : details.where());
        add(parts, "map_key", details.mapKey());
        add(parts, "absent", details.absent());
        add(parts, "params", details.params().isEmpty() ? null : details.params());
        add(parts, "bind", details.bind().isEmpty() ? null : details.bind());
        add(parts, "items", details.items());
        return String.join(" ", parts);
    }

    private static void add(List<String> parts, String name, @Nullable Object value) {
        if (value != null) {
            parts.add(name + " " + Json.COMPACT.writeValueAsString(value));
        }
    }

    private static String text(Object value) {
        return value instanceof String text ? text : Json.COMPACT.writeValueAsString(value);
    }
}
