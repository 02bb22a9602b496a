package org.rulebatch.describe;

import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rulebatch.knowledge.Complies;
import org.rulebatch.knowledge.Fact;
import org.rulebatch.knowledge.Reading;
import org.rulebatch.knowledge.Slot;
import org.rulebatch.requirement.Call;
import org.rulebatch.requirement.Expressions;
import org.rulebatch.requirement.Operator;
import org.rulebatch.requirement.Quantifier;

/** Words a fact. */
final class FactText {

    private FactText() {}

    static void write(Page page, int indent, Fact fact) {
        String near = fact.near() ? " (only indicates it)" : "";
        Expressions whole = fact.whole();
        page.line(
                indent,
                (whole == null
                                ? reading(fact.main())
                                : whole.place().call() + " " + whole.place().path())
                        + near);
        if (whole != null) {
            if (whole.where() != null) {
                page.line(indent + 2, "where " + whole.where());
            }
            page.line(indent + 2, "complies " + whole.complies());
        }
        fact.with().forEach(with -> page.line(indent + 2, "and " + with.path() + " " + expected(with.complies())));
        fact.also().forEach(also -> page.line(indent + 2, "or " + reading(also)));
        if (fact.absent() != null) {
            page.line(indent + 2, "a missing value " + fact.absent().name().toLowerCase(Locale.ROOT));
        }
        if (!fact.errors().isEmpty()) {
            page.line(indent + 2, "not configured: " + String.join(", ", fact.errors()));
        }
        if (!fact.words().isEmpty()) {
            page.line(indent + 2, "said as: " + String.join(", ", fact.words()));
        }
        if (!fact.note().isEmpty()) {
            page.line(indent + 2, "note: " + fact.note());
        }
    }

    static String reading(Reading reading) {
        return call(reading.call()) + " " + reading.path() + " " + expected(reading.complies());
    }

    static String call(Call call) {
        return call + (call.params().isEmpty() ? "" : " " + call.params());
    }

    private static String expected(Complies complies) {
        String key = complies.key() == null ? "" : "at " + complies.key() + " ";
        Quantifier quantifier = complies.quantifier();
        String whole = quantifier == null ? "" : quantifier.wireName() + " ";
        String where = complies.where().stream()
                .map(filter -> filter.path() + " " + compared(filter.operator(), filter.value(), filter.slot()))
                .collect(Collectors.joining(" and "));
        return key
                + whole
                + compared(complies.operator(), complies.value(), complies.slot())
                + (where.isEmpty() ? "" : " where " + where);
    }

    private static String compared(Operator operator, @Nullable Object value, @Nullable Slot slot) {
        String operand = value == null ? "" : " " + value;
        String stated = slot == null ? "" : " (or the rule's " + slot.name().toLowerCase(Locale.ROOT) + ")";
        return operator.wireName() + operand + stated;
    }
}
