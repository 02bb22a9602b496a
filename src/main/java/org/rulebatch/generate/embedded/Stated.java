package org.rulebatch.generate.embedded;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rulebatch.reading.Clause;
import org.rulebatch.reading.Comparison;
import org.rulebatch.reading.Part;
import org.rulebatch.reading.Unit;
import org.rulebatch.requirement.Condition;
import org.rulebatch.requirement.Conditions;
import org.rulebatch.requirement.Expressions;
import org.rulebatch.requirement.Operator;
import org.rulebatch.requirement.Requirement;
import org.rulebatch.requirement.Where;

/**
 * The values that a check states.
 *
 * @param bounds numbers with the side on which they bound a value
 * @param text all values and names in it, in lower case
 */
record Stated(List<Bound> bounds, String text) {

    /** A number of a check. */
    record Bound(Comparison side, BigDecimal number) {}

    private static final Pattern COMPARED =
            Pattern.compile("(<=|>=|<|>|==|!=)\\s*(?:params\\.([A-Za-z_]+)|(-?\\d+(?:\\.\\d+)?))");
    /** Ranges that are the internet, as the functions of the check language know it. */
    private static final Set<String> INTERNET = Set.of("0.0.0.0/0", "::/0");

    private static final Pattern NO_LETTER = Pattern.compile("[^a-z0-9]+");
    private static final Map<Unit, List<Integer>> SMALLER = Map.of(
            Unit.DAYS, List.of(1, 24, 1_440, 86_400),
            Unit.HOURS, List.of(1, 60, 3_600),
            Unit.MINUTES, List.of(1, 60),
            Unit.BITS, List.of(1));

    Stated {
        bounds = List.copyOf(bounds);
    }

    static Stated of(Requirement requirement) {
        List<Bound> bounds = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        if (requirement instanceof Expressions asked) {
            String all = (asked.where() == null ? "" : asked.where() + " ") + asked.complies();
            Matcher matcher = COMPARED.matcher(all);
            while (matcher.find()) {
                Object value = matcher.group(2) == null
                        ? matcher.group(3)
                        : asked.parameters().get(matcher.group(2));
                add(bounds, side(matcher.group(1)), value);
            }
            text.append(all).append(' ').append(asked.parameters().values());
        } else {
            for (Condition condition : ((Conditions) requirement).conditions()) {
                add(bounds, side(condition.operator()), condition.value());
                text.append(condition.call().params()).append(' ');
                text.append(condition.value())
                        .append(' ')
                        .append(condition.path())
                        .append(' ');
                String key = condition.expectation().key();
                text.append(key == null ? "" : key + " ");
                for (Where where : condition.expectation().where()) {
                    add(bounds, side(where.operator()), where.value());
                    text.append(where.value()).append(' ').append(where.path()).append(' ');
                }
            }
        }
        return new Stated(bounds, text.toString());
    }

    /** Whether the check is about the internet as the other end of a connection. */
    boolean isOfInternet() {
        return text.contains("nternet") || INTERNET.stream().anyMatch(text::contains);
    }

    /** Whether a value stands in the check as the rule writes it: "bucket owner enforced" is {@code BucketOwnerEnforced}. */
    boolean has(String value) {
        return INTERNET.contains(value) && text.contains("nternet")
                || text.toLowerCase(Locale.ROOT).contains(value.toLowerCase(Locale.ROOT))
                || plain(text).contains(plain(value)) && plain(value).length() > 5;
    }

    private static String plain(String text) {
        return NO_LETTER.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
    }

    /** Whether each number of the rule's bounds a value on the side that the rule says. */
    boolean has(Clause clause, Part.Measure measure) {
        if (measure.unit() == Unit.VERSION) {
            return measure.numbers().stream().allMatch(this::has);
        }
        return measure.amounts().stream()
                .allMatch(amount -> bounds.stream().anyMatch(bound -> same(clause, measure, amount, bound)));
    }

    private static boolean same(Clause clause, Part.Measure measure, BigDecimal amount, Bound bound) {
        boolean number = isSame(measure.unit(), amount, bound.number().abs());
        Comparison asked = Measures.asked(clause, measure.comparison(), bound.side());
        boolean opposed = asked.isLike(bound.side().opposite());
        return number && !opposed;
    }

    /** Whether the check compares with a number of its own. */
    boolean hasBound() {
        return bounds.stream()
                .anyMatch(bound ->
                        bound.side() != Comparison.EQUAL && bound.number().abs().intValue() > 1);
    }

    static boolean isOfTime(Unit unit) {
        return unit == Unit.DAYS || unit == Unit.HOURS || unit == Unit.MINUTES || unit == Unit.SECONDS;
    }

    /** Whether a value is the amount, in its unit or in a smaller one. */
    static boolean isSame(Unit unit, BigDecimal amount, @Nullable Object value) {
        return value instanceof Number number
                && SMALLER.getOrDefault(unit, List.of(1)).stream()
                        .anyMatch(factor ->
                                amount.multiply(BigDecimal.valueOf(factor)).compareTo(new BigDecimal(number.toString()))
                                        == 0);
    }

    private static void add(List<Bound> bounds, Comparison side, @Nullable Object value) {
        if (value instanceof List<?> list) {
            list.forEach(each -> add(bounds, Comparison.EQUAL, each));
        } else if (value instanceof Number || value instanceof String text && text.matches("-?\\d+(\\.\\d+)?")) {
            bounds.add(new Bound(side, new BigDecimal(value.toString())));
        }
    }

    /** The side on which a sign of the check language bounds a value. */
    static Comparison side(String sign) {
        return switch (sign) {
            case "<=", "<" -> Comparison.AT_MOST;
            case ">=", ">" -> Comparison.AT_LEAST;
            default -> Comparison.EQUAL;
        };
    }

    /** The side on which an operator bounds a value. */
    static Comparison side(Operator operator) {
        return switch (operator) {
            case GT, GTE, OLDER_THAN_DAYS -> Comparison.AT_LEAST;
            case LT, LTE, WITHIN_DAYS -> Comparison.AT_MOST;
            default -> Comparison.EQUAL;
        };
    }
}
