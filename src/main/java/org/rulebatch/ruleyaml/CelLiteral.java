package org.rulebatch.ruleyaml;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rulebatch.language.function.Timestamps;
import org.rulebatch.language.value.Form;

/** Writes a condition's value in the type of what it is compared with. */
final class CelLiteral {

    private CelLiteral() {}

    /** The value; where it does not have the type it stays as it is, for the type checker to say so. */
    static String of(Form form, @Nullable Object value) {
        String text = String.valueOf(value);
        return switch (form) {
            case INTEGER -> number(text).map(CelLiteral::integer).orElse(text(text));
            case DECIMAL -> number(text).map(CelLiteral::decimal).orElse(text(text));
            case TRUTH -> text.equals("true") || text.equals("false") ? text : text(text);
            case TIME -> time(text);
            case ANY -> value instanceof Number || value instanceof Boolean ? text : text(text);
            default -> text(text);
        };
    }

    static Optional<BigDecimal> number(@Nullable Object value) {
        try {
            return Optional.of(new BigDecimal(String.valueOf(value).strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** A whole number where it is one, else with its fraction. */
    static String integer(BigDecimal number) {
        boolean whole = number.stripTrailingZeros().scale() <= 0;
        return whole ? number.toBigInteger().toString() : decimal(number);
    }

    static String decimal(BigDecimal number) {
        String plain = number.toPlainString();
        return plain.contains(".") ? plain : plain + ".0";
    }

    private static String time(String text) {
        try {
            return "timestamp(" + text(Timestamps.parse(text).toString()) + ")";
        } catch (IllegalArgumentException e) {
            return text(text);
        }
    }

    /** A text between quotation marks. */
    static String text(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        value.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
            } else if (c < ' ' || c == 0x7F) {
                quoted.append(String.format("\\u%04x", c));
            } else {
                quoted.appendCodePoint(c);
            }
        });
        return quoted.append('"').toString();
    }
}
