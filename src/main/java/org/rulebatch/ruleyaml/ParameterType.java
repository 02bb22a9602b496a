package org.rulebatch.ruleyaml;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The type that a check's parameter has by the value that it declares. */
enum ParameterType {
    TRUTH("true or false", ""),
    INTEGER("a whole number", ""),
    DECIMAL("a number", ""),
    TEXT("a text", "write it between quotation marks"),
    TRUTHS("a list of true or false", ""),
    INTEGERS("a list of whole numbers", ""),
    DECIMALS("a list of numbers", ""),
    TEXTS("a list of texts", "write each between quotation marks");

    private final String words;
    private final String hint;

    ParameterType(String words, String hint) {
        this.words = words;
        this.hint = hint;
    }

    /** The type of a value; empty if no parameter can have it. */
    static Optional<ParameterType> of(Object value) {
        if (value instanceof List<?> list) {
            return list.isEmpty() ? Optional.of(TEXTS) : ofList(list);
        }
        if (value instanceof Boolean) {
            return Optional.of(TRUTH);
        }
        if (value instanceof Number number) {
            return Optional.of(isWhole(number) ? INTEGER : DECIMAL);
        }
        return value instanceof String ? Optional.of(TEXT) : Optional.empty();
    }

    private static Optional<ParameterType> ofList(List<?> list) {
        Optional<ParameterType> first = of(list.get(0)).filter(type -> type.compareTo(TEXT) <= 0);
        boolean same =
                list.stream().allMatch(each -> first.isPresent() && first.get().takes(each));
        return same ? first.map(type -> values()[type.ordinal() + TRUTHS.ordinal()]) : Optional.empty();
    }

    /** Whether a parameter of this type can have the value. */
    boolean takes(Object value) {
        if (this.compareTo(TEXT) > 0) {
            return value instanceof List<?> list && list.stream().allMatch(element()::takes);
        }
        return of(value)
                .filter(type -> type == this || this == DECIMAL && type == INTEGER)
                .isPresent();
    }

    private ParameterType element() {
        return values()[ordinal() - TRUTHS.ordinal()];
    }

    private static boolean isWhole(Number number) {
        return new BigDecimal(number.toString()).stripTrailingZeros().scale() <= 0;
    }

    String words() {
        return words;
    }

    String hint() {
        return hint;
    }
}
