package org.rulebatch.generate.embedded;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rulebatch.reading.Clause;
import org.rulebatch.reading.Comparison;
import org.rulebatch.reading.Form;
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
        Requirement result = requirement;
        for (Clause clause : reading.normClauses()) {
            for (Part.Measure measure : clause.parts(Part.Measure.class)) {
                if (isFilled(measure)) {
                    BigDecimal amount = measure.amounts().get(0);
                    result = result instanceof Expressions asked
                            ? stated(clause, measure, filled(measure.unit(), amount, asked))
                            : stated(clause, measure, (Conditions) result);
                }
            }
        }
        return result;
    }

    /**
     * How a clause wants a quantity to compare. A rule states what complies, or what violates: "kept for fewer than 7 days". Where
     * its words allow both, it means what the knowledge base knows of the quantity.
     *
     * @param known how the check compares it
     */
    static Comparison asked(Clause clause, Comparison stated, Comparison known) {
        boolean strict = stated == Comparison.ABOVE || stated == Comparison.BELOW;
        boolean violates = !clause.wanted() || clause.form() == Form.FINDING || strict && clause.form() == Form.HEADING;
        return violates && !stated.isLike(known) ? stated.opposite() : stated;
    }

    private static boolean isFilled(Part.Measure measure) {
        return measure.role() != Role.EXCEPTION
                && measure.role() != Role.PURPOSE
                && measure.unit() != Unit.VERSION
                && measure.unit() != Unit.COUNT
                && measure.numbers().size() == 1
                && isOneSided(measure.comparison());
    }

    private static Conditions stated(Clause clause, Part.Measure measure, Conditions conditions) {
        BigDecimal amount = measure.amounts().get(0);
        List<Condition> stated = conditions.conditions().stream()
                .map(condition -> isOrder(condition.operator())
                                && Stated.isSame(measure.unit(), amount, condition.value())
                        ? compared(condition, asked(clause, measure.comparison(), Stated.side(condition.operator())))
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

    private static Expressions stated(Clause clause, Part.Measure measure, Expressions asked) {
        BigDecimal amount = measure.amounts().get(0);
        String complies = COMPARED.matcher(asked.complies()).replaceAll(found -> {
            boolean same =
                    Stated.isSame(measure.unit(), amount, asked.parameters().get(found.group(2)));
            Comparison known = Stated.side(found.group(1));
            String sign = same ? asked(clause, measure.comparison(), known).sign() : found.group(1);
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

    private static boolean isOneSided(Comparison comparison) {
        return switch (comparison) {
            case AT_MOST, BELOW, AT_LEAST, ABOVE -> true;
            case EQUAL, BETWEEN, UNSTATED -> false;
        };
    }
}
