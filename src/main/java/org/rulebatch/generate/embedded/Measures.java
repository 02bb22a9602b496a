package org.rulebatch.generate.embedded;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rulebatch.reading.Comparison;
import org.rulebatch.reading.Part;
import org.rulebatch.reading.Role;
import org.rulebatch.reading.RuleReading;
import org.rulebatch.reading.Unit;
import org.rulebatch.requirement.Condition;
import org.rulebatch.requirement.Conditions;
import org.rulebatch.requirement.Expectation;
import org.rulebatch.requirement.Expressions;
import org.rulebatch.requirement.Operator;
import org.rulebatch.requirement.Requirement;

/** Gives a check the comparisons that the rule states: a fact knows the quantity, the rule says "at most" or "at least". */
final class Measures {

    /** A quantity beside a parameter; an age is left as the fact has it, since "every 90 days" is said in many ways. */
    private static final Pattern COMPARED = Pattern.compile("(?<!\\))\\s(<=|>=|<|>)\\s*params\\.([A-Za-z_]+)");

    private Measures() {}

    static Requirement stated(RuleReading reading, Requirement requirement) {
        List<Part.Measure> measures = reading.normClauses().stream()
                .flatMap(clause -> clause.parts(Part.Measure.class).stream())
                .filter(measure -> measure.role() == Role.PROPERTY && measure.unit() != Unit.VERSION)
                .filter(measure -> measure.unit() != Unit.COUNT)
                .filter(measure -> measure.numbers().size() == 1 && isOneSided(measure.comparison()))
                .toList();
        Requirement result = requirement;
        for (Part.Measure measure : measures) {
            BigDecimal amount = measure.amounts().get(0);
            result = result instanceof Expressions asked
                    ? stated(measure.comparison(), amount, filled(measure.unit(), amount, asked))
                    : stated(measure.comparison(), amount, (Conditions) result);
        }
        return result;
    }

    private static Conditions stated(Comparison comparison, BigDecimal amount, Conditions conditions) {
        List<Condition> stated = conditions.conditions().stream()
                .map(condition -> isOrder(condition.operator()) && is(amount, condition.value())
                        ? compared(condition, comparison)
                        : condition)
                .toList();
        return new Conditions(stated, conditions.logic());
    }

    private static Condition compared(Condition condition, Comparison comparison) {
        Operator operator =
                switch (comparison) {
                    case AT_MOST -> Operator.LTE;
                    case BELOW -> Operator.LT;
                    case ABOVE -> Operator.GT;
                    default -> Operator.GTE;
                };
        Expectation own = condition.expectation();
        return condition.withExpectation(
                new Expectation(operator, own.value(), own.key(), own.quantifier(), own.where(), own.absent()));
    }

    /** The check with the number in the parameter of its unit, where it has one. */
    private static Expressions filled(Unit unit, BigDecimal amount, Expressions asked) {
        String name = unit == Unit.CHARACTERS ? "length" : unit.name().toLowerCase(Locale.ROOT);
        if (!(asked.parameters().get(name) instanceof Integer)
                || amount.stripTrailingZeros().scale() > 0) {
            return asked;
        }
        Map<String, Object> parameters = new LinkedHashMap<>(asked.parameters());
        parameters.put(name, amount.intValueExact());
        return asked.withParameters(parameters);
    }

    private static Expressions stated(Comparison comparison, BigDecimal amount, Expressions asked) {
        String complies = COMPARED.matcher(asked.complies()).replaceAll(found -> {
            boolean same = is(amount, asked.parameters().get(found.group(2)));
            String sign = same ? comparison.sign() : found.group(1);
            return Matcher.quoteReplacement(" " + sign + " params." + found.group(2));
        });
        return asked.complying(complies);
    }

    private static boolean isOrder(Operator operator) {
        return operator == Operator.GT
                || operator == Operator.GTE
                || operator == Operator.LT
                || operator == Operator.LTE;
    }

    private static boolean is(BigDecimal amount, @Nullable Object value) {
        return value instanceof Number number && new BigDecimal(number.toString()).compareTo(amount) == 0;
    }

    private static boolean isOneSided(Comparison comparison) {
        return switch (comparison) {
            case AT_MOST, BELOW, AT_LEAST, ABOVE -> true;
            case EQUAL, BETWEEN, UNSTATED -> false;
        };
    }
}
