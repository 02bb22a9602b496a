package org.rulebatch.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rulebatch.catalog.Field;
import org.rulebatch.catalog.FieldType;
import org.rulebatch.catalog.Nearest;
import org.rulebatch.catalog.Operation;
import org.rulebatch.requirement.Finding;
import org.rulebatch.requirement.Operator;

/** Ensures that a value has the field's type and is a member of its enum; corrects spelling and {@code "true"}. */
public final class ValueCheck {

    private final Field field;
    private final FieldType type;
    private final List<Finding> findings;

    private ValueCheck(Field field, FieldType elementType, List<Finding> findings) {
        this.field = field;
        this.type = field.type() == FieldType.LIST ? elementType : field.type();
        this.findings = findings;
    }

    /** The check of a field of an operation's response; what it has to say goes to {@code findings}. */
    public static ValueCheck of(Operation operation, Field field, List<Finding> findings) {
        FieldType element =
                operation.field(field.path() + "[]").map(Field::type).orElse(FieldType.STRING);
        return new ValueCheck(field, element, findings);
    }

    /** The value, corrected where that is unambiguous. */
    public @Nullable Object check(Operator operator, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        return switch (operator.operand()) {
            case NONE -> null;
            case DAYS -> number(value);
            case SCALAR -> operator.ordersNumbers() && !isVersion(value) ? number(value) : scalar(operator, value);
            case LIST -> list(operator, value);
        };
    }

    private Object list(Operator operator, Object value) {
        List<Object> values = new ArrayList<>();
        for (Object each : value instanceof List<?> list ? list : List.of(value)) {
            values.add(scalar(operator, each));
        }
        return values;
    }

    private Object scalar(Operator operator, Object value) {
        return switch (type) {
            case BOOLEAN -> bool(value);
            case INTEGER, LONG, FLOAT, DOUBLE -> number(value);
            default -> text(operator, value);
        };
    }

    private Object bool(Object value) {
        if (value instanceof Boolean) {
            return value;
        }
        String text = String.valueOf(value).toLowerCase(Locale.ROOT);
        if (text.equals("true") || text.equals("false")) {
            return corrected(value, Boolean.valueOf(text));
        }
        return wrong(value, "a boolean");
    }

    private Object number(Object value) {
        if (value instanceof Number) {
            return value;
        }
        try {
            BigDecimal number = new BigDecimal(String.valueOf(value).strip());
            return corrected(
                    value, number.scale() <= 0 ? (Object) number.intValueExact() : (Object) number.doubleValue());
        } catch (ArithmeticException | NumberFormatException e) {
            return wrong(value, "a number");
        }
    }

    private Object text(Operator operator, Object value) {
        String text = String.valueOf(value);
        boolean partOfText =
                field.type() != FieldType.LIST && (operator == Operator.CONTAINS || operator == Operator.NOT_CONTAINS);
        if (!field.enumValues().isEmpty() && !partOfText && !field.enumValues().contains(text)) {
            return member(text);
        }
        return value instanceof String ? value : corrected(value, text);
    }

    private Object member(String text) {
        Optional<String> same = field.enumValues().stream()
                .filter(member -> plain(member).equals(plain(text)))
                .findFirst();
        if (same.isPresent()) {
            return corrected(text, same.get());
        }
        String hint = Nearest.to(text, field.enumValues())
                .map(near -> "did you mean " + near + "?")
                .orElse("it has " + String.join(", ", field.enumValues()));
        String message = "'" + text + "' is no value of " + field.path() + " in the API model";
        findings.add(Finding.error("value.enum", field.path(), message, hint));
        return text;
    }

    private Object corrected(Object original, Object value) {
        findings.add(Finding.note("value.corrected", field.path(), original + " read as " + value));
        return value;
    }

    private Object wrong(Object value, String expected) {
        String message = "'" + value + "' is not " + expected + ", which " + field.path() + " holds";
        findings.add(Finding.error("value.type", field.path(), message, "state " + expected));
        return value;
    }

    private boolean isVersion(Object value) {
        return type == FieldType.STRING && value instanceof String;
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
