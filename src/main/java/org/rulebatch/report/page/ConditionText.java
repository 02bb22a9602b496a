package org.rulebatch.report.page;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rulebatch.files.Json;
import org.rulebatch.report.entry.CandidateEntry;
import org.rulebatch.report.entry.CheckEntry;
import org.rulebatch.report.entry.ConditionDetails;
import org.rulebatch.report.entry.FieldEntry;
import org.rulebatch.report.entry.RuleEntry;

/** What a compliant resource shows, on one line: an expression as it is, a condition in words. */
final class ConditionText {

    private ConditionText() {}

    /** A rule's check; empty where it has none. */
    static String of(RuleEntry rule) {
        CheckEntry check = rule.check();
        if (check != null && check.complies() != null) {
            return check.complies();
        }
        String logic = "any".equals(rule.requirements().conditionLogic()) ? " or " : " and ";
        return rule.requirements().fields().stream().map(ConditionText::of).collect(Collectors.joining(logic));
    }

    static String of(FieldEntry field) {
        return of(field.path(), field.operator(), field.expected(), field.details());
    }

    static String of(CandidateEntry other) {
        return of(other.path(), other.operator(), other.expected(), other.details());
    }

    private static String of(String path, String operator, @Nullable Object value, ConditionDetails details) {
        if (operator.equals(CheckEntry.EXPRESSION)) {
            return text(value);
        }
        String key = details.mapKey();
        String field = key == null ? path : path.replace("{}", "." + key);
        String quantifier = details.quantifier() == null ? "" : details.quantifier() + " ";
        String where = details.where().stream()
                .map(each -> condition(each.path(), each.operator(), each.value()))
                .collect(Collectors.joining(" and "));
        return quantifier + condition(field, operator, value) + (where.isEmpty() ? "" : " where " + where);
    }

    private static String condition(String path, String operator, @Nullable Object value) {
        return (path + " " + operator.replace('_', ' ') + " " + text(value)).strip();
    }

    private static String text(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(ConditionText::text).collect(Collectors.joining(", "));
        }
        return value instanceof Map<?, ?> map ? Json.COMPACT.writeValueAsString(map) : Objects.toString(value, "");
    }
}
