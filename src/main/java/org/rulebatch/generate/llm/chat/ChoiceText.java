package org.rulebatch.generate.llm.chat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.catalog.Field;
import org.rulebatch.generate.Lead;
import org.rulebatch.requirement.Condition;
import org.rulebatch.requirement.Expectation;
import org.rulebatch.requirement.Expressions;
import org.rulebatch.requirement.Operator;

/** Says in a line what a candidate is: operation, path, type with its values, and what the knowledge base says of it. */
final class ChoiceText {

    private static final int MOST_VALUES = 8;
    private static final int LONGEST_SENTENCE = 140;

    private final Catalog catalog;

    ChoiceText(Catalog catalog) {
        this.catalog = catalog;
    }

    /** {@code s3.get_bucket_versioning Status string(Enabled|Suspended): equals "Enabled". bucket: Old versions are kept.} */
    String of(Lead lead) {
        Condition condition = lead.condition();
        String place = condition.call() + " " + condition.path() + " " + type(condition);
        if (!lead.isFact()) {
            return place;
        }
        Expressions whole = lead.whole();
        if (whole != null) {
            String where = whole.where() == null ? "" : "where " + whole.where() + ": ";
            return place + ": a whole check, " + where + whole.complies() + ". " + cut(lead.sentence());
        }
        return place + ": " + expectation(condition.expectation()) + ". " + cut(lead.sentence());
    }

    private String type(Condition condition) {
        return catalog.service(condition.call().client())
                .flatMap(service -> service.operation(condition.call().operation()))
                .flatMap(operation -> operation.field(condition.path()))
                .map(ChoiceText::type)
                .orElse("");
    }

    static String type(Field field) {
        List<String> values = field.enumValues();
        String type = field.type().name().toLowerCase(Locale.ROOT);
        if (values.isEmpty()) {
            return type;
        }
        String shown = values.stream().limit(MOST_VALUES).collect(Collectors.joining("|"));
        return type + "(" + shown + (values.size() > MOST_VALUES ? "|…" : "") + ")";
    }

    private static String expectation(Expectation expected) {
        String quantifier =
                expected.quantifier() == null ? "" : expected.quantifier().wireName() + " ";
        String key = expected.key() == null ? "" : "['" + expected.key() + "'] ";
        String where = expected.where().stream()
                .map(each -> each.path() + " " + compared(each.operator(), each.value()))
                .collect(Collectors.joining(", "));
        return quantifier
                + key
                + compared(expected.operator(), expected.value())
                + (where.isEmpty() ? "" : " where " + where);
    }

    private static String compared(Operator operator, @Nullable Object value) {
        return operator.wireName() + (value == null ? "" : " " + PromptJson.of(value));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_SENTENCE ? text : text.substring(0, LONGEST_SENTENCE) + "…";
    }
}
