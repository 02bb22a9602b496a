package org.rulebatch.engine;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulebatch.language.function.Timestamps;
import org.rulebatch.requirement.Operator;

/** Applies an operator to a value that is there. */
final class Comparison {

    private static final BigDecimal SECONDS_A_DAY =
            BigDecimal.valueOf(Duration.ofDays(1).toSeconds());

    private final Instant now;

    /** @param now what the age of a timestamp is counted to */
    Comparison(Instant now) {
        this.now = now;
    }

    /**
     * Whether the value meets the condition.
     *
     * @throws IncomparableException if the operator cannot be applied to such a value
     */
    boolean holds(Operator operator, Object value, @Nullable Object expected) {
        return switch (operator) {
            case EXISTS -> true;
            case NOT_EXISTS -> false;
            case IS_EMPTY -> isEmpty(value);
            case NOT_EMPTY -> !isEmpty(value);
            case EQUALS -> same(value, expected);
            case NOT_EQUALS -> !same(value, expected);
            case CONTAINS -> contains(value, expected);
            case NOT_CONTAINS -> !contains(value, expected);
            case IN -> isIn(value, expected);
            case NOT_IN -> !isIn(value, expected);
            case GT -> order(value, expected) > 0;
            case GTE -> order(value, expected) >= 0;
            case LT -> order(value, expected) < 0;
            case LTE -> order(value, expected) <= 0;
            case OLDER_THAN_DAYS -> age(value).compareTo(days(expected)) > 0;
            case WITHIN_DAYS -> age(value).compareTo(days(expected)) <= 0;
        };
    }

    /** Whether one of the values is the expected one. */
    static boolean isMember(List<?> values, @Nullable Object expected) {
        return values.stream()
                .anyMatch(
                        value -> value instanceof List<?> nested ? isMember(nested, expected) : same(value, expected));
    }

    private static boolean same(@Nullable Object value, @Nullable Object expected) {
        if (value instanceof Number left && expected instanceof Number right) {
            return decimal(left).compareTo(decimal(right)) == 0;
        }
        // Attribute maps hold their numbers and flags as text.
        return value != null && expected != null && value.toString().equals(expected.toString());
    }

    private static boolean isEmpty(Object value) {
        if (value instanceof List<?> list) {
            return list.isEmpty();
        }
        return value instanceof Map<?, ?> map ? map.isEmpty() : value.equals("");
    }

    private static boolean contains(Object value, @Nullable Object expected) {
        if (value instanceof List<?> list) {
            return isMember(list, expected);
        }
        if (value instanceof Map<?, ?> map) {
            return map.containsKey(String.valueOf(expected));
        }
        if (value instanceof String text) {
            return text.contains(String.valueOf(expected));
        }
        throw new IncomparableException("a list or a text", value);
    }

    private static boolean isIn(Object value, @Nullable Object expected) {
        if (value instanceof List || value instanceof Map) {
            throw new IncomparableException("a single value", value);
        }
        return expected instanceof List<?> list && list.stream().anyMatch(each -> same(value, each));
    }

    private static int order(Object value, @Nullable Object expected) {
        return number(value).compareTo(number(String.valueOf(expected)));
    }

    private static BigDecimal number(Object value) {
        try {
            return new BigDecimal(value.toString().strip());
        } catch (NumberFormatException e) {
            throw new IncomparableException("a number", value);
        }
    }

    private static BigDecimal decimal(Number number) {
        return new BigDecimal(number.toString());
    }

    /** Seconds since the time; negative for one that lies ahead. */
    private BigDecimal age(Object value) {
        Duration age = Duration.between(time(value), now);
        return BigDecimal.valueOf(age.getSeconds()).add(BigDecimal.valueOf(age.getNano(), 9));
    }

    private static Instant time(Object value) {
        if (value instanceof Instant time) {
            return time;
        }
        try {
            return Timestamps.parse(value.toString());
        } catch (IllegalArgumentException e) {
            throw new IncomparableException("a point in time", value);
        }
    }

    private static BigDecimal days(@Nullable Object expected) {
        return number(String.valueOf(expected)).multiply(SECONDS_A_DAY);
    }
}
