package org.rulebatch.generate.embedded;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.rulebatch.catalog.Field;
import org.rulebatch.catalog.FieldPath;
import org.rulebatch.catalog.Operation;
import org.rulebatch.knowledge.Slot;
import org.rulebatch.requirement.Call;
import org.rulebatch.requirement.Condition;
import org.rulebatch.requirement.Expectation;
import org.rulebatch.requirement.Operator;

/** Guesses what complies in a field that no fact speaks of, from its type, its enum and the rule's wording. */
final class FieldConditions {

    private static final Predicate<String> ON = Pattern.compile(
                    "(?i)(enabled|active|on|true|yes|required|complete[d]?|available|success)")
            .asMatchPredicate();
    private static final Predicate<String> OFF = Pattern.compile(
                    "(?i)(disabled|inactive|off|false|no|none|optional|suspended)")
            .asMatchPredicate();
    private static final Predicate<String> SWITCHED_OFF = Pattern.compile(
                    "(?i).*(disabled?|publicly|public|allow(s|ed)?|skip|exclude|unencrypted).*")
            .asMatchPredicate();

    private FieldConditions() {}

    static Condition condition(RuleReading rule, Operation read, Field field) {
        String name = FieldPath.parse(field.path()).leafInWords();
        Call call = Call.of(read.client(), read.method());
        return Condition.of(name, call, field.path(), expectation(rule, field));
    }

    private static Expectation expectation(RuleReading rule, Field field) {
        return switch (field.type()) {
            case BOOLEAN -> Expectation.of(Operator.EQUALS, wanted(rule, field));
            case INTEGER, LONG, FLOAT, DOUBLE -> number(rule);
            case LIST, MAP -> Expectation.of(rule.negative() ? Operator.IS_EMPTY : Operator.NOT_EMPTY, null);
            case TIMESTAMP ->
                Expectation.of(
                        Operator.WITHIN_DAYS,
                        rule.stated().getOrDefault(Slot.DAYS, List.of(90)).get(0));
            default -> text(rule, field);
        };
    }

    private static boolean wanted(RuleReading rule, Field field) {
        boolean offIsGood = SWITCHED_OFF.test(field.member());
        return !offIsGood && !rule.negative();
    }

    private static Expectation number(RuleReading rule) {
        return rule.stated().values().stream()
                .findFirst()
                .map(values -> Expectation.of(Operator.GTE, values.get(0)))
                .orElse(Expectation.of(Operator.GT, 0));
    }

    private static Expectation text(RuleReading rule, Field field) {
        Optional<String> member =
                field.enumValues().stream().filter(rule.negative() ? OFF : ON).findFirst();
        return member.map(value -> Expectation.of(Operator.EQUALS, value))
                .orElse(Expectation.of(rule.negative() ? Operator.NOT_EXISTS : Operator.EXISTS, null));
    }
}
