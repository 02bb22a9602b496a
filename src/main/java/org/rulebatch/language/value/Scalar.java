package org.rulebatch.language.value;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/** A value without parts, and the value of which nothing is declared. */
public final class Scalar extends Type {

    @SuppressWarnings("ImmutableEnumChecker") // what stands for an absent value has no state
    private enum Kind {
        TEXT(Form.TEXT, "text", "text", SimpleType.STRING, ""),
        INTEGER(Form.INTEGER, "a whole number", "whole numbers", SimpleType.INT, 0L),
        DECIMAL(Form.DECIMAL, "a number with a fraction", "numbers with a fraction", SimpleType.DOUBLE, 0.0),
        TRUTH(Form.TRUTH, "true or false", "flags", SimpleType.BOOL, false),
        TIME(Form.TIME, "a point in time", "points in time", SimpleType.TIMESTAMP, Instant.EPOCH),
        DURATION(Form.DURATION, "a duration", "durations", SimpleType.DURATION, Duration.ZERO),
        ANY(Form.ANY, "a value of any type", "values of any type", SimpleType.DYN, AbsentValue.INSTANCE);

        private final Form form;
        private final String plain;
        private final String many;
        private final CelType cel;
        private final Object absent;

        Kind(Form form, String plain, String many, CelType cel, Object absent) {
            this.form = form;
            this.plain = plain;
            this.many = many;
            this.cel = cel;
            this.absent = absent;
        }
    }

    static final Scalar TEXT = new Scalar(Kind.TEXT, List.of());
    static final Scalar INTEGER = new Scalar(Kind.INTEGER, List.of());
    static final Scalar DECIMAL = new Scalar(Kind.DECIMAL, List.of());
    static final Scalar TRUTH = new Scalar(Kind.TRUTH, List.of());
    static final Scalar TIME = new Scalar(Kind.TIME, List.of());
    static final Scalar DURATION = new Scalar(Kind.DURATION, List.of());
    static final Scalar ANY = new Scalar(Kind.ANY, List.of());

    private static final ListOf LIST_OF_ANY = new ListOf(ANY);
    private static final MapOf MAP_OF_ANY = new MapOf(ANY);

    private final Kind kind;
    private final List<String> enumValues;

    private Scalar(Kind kind, List<String> enumValues) {
        this.kind = kind;
        this.enumValues = enumValues;
    }

    static Scalar enumOf(List<String> values) {
        return values.isEmpty() ? TEXT : new Scalar(Kind.TEXT, List.copyOf(values));
    }

    @Override
    public Form form() {
        return kind.form;
    }

    @Override
    public CelType cel() {
        return kind.cel;
    }

    @Override
    public String plain() {
        return kind.plain;
    }

    @Override
    String many() {
        return kind.many;
    }

    @Override
    public boolean needsPresence() {
        return switch (kind) {
            case INTEGER, DECIMAL, TIME, DURATION -> true;
            case TEXT, TRUTH, ANY -> false;
        };
    }

    @Override
    public List<String> enumValues() {
        return enumValues;
    }

    public boolean isText() {
        return kind == Kind.TEXT;
    }

    @Override
    Object absent(Place place) {
        return kind.absent;
    }

    @Override
    Object view(Object value, Place place) {
        Object view =
                switch (kind) {
                    case TEXT -> value instanceof Map || value instanceof List ? mismatch(value, place) : text(value);
                    case INTEGER -> value instanceof Number number ? integer(number, place) : mismatch(value, place);
                    case DECIMAL -> value instanceof Number number ? number.doubleValue() : mismatch(value, place);
                    case TRUTH -> value instanceof Boolean ? value : mismatch(value, place);
                    case TIME -> value instanceof Instant ? value : time(value, place);
                    case DURATION -> value instanceof Duration ? value : mismatch(value, place);
                    case ANY -> any(value, place);
                };
        if (kind != Kind.ANY) {
            place.reading().found(place, view);
        }
        return view;
    }

    private static Object text(Object value) {
        return value instanceof String ? value : value.toString();
    }

    private Object integer(Number number, Place place) {
        if (number instanceof Long) {
            return number;
        }
        if (number instanceof Integer || number instanceof Short || number instanceof Byte) {
            return number.longValue();
        }
        try {
            return new BigDecimal(number.toString()).longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            return mismatch(number, place);
        }
    }

    private Object time(Object value, Place place) {
        try {
            return OffsetDateTime.parse(value.toString()).toInstant();
        } catch (DateTimeException e) {
            return mismatch(value, place);
        }
    }

    private static Object any(Object value, Place place) {
        if (value instanceof Map<?, ?>) {
            return MAP_OF_ANY.view(value, place);
        }
        if (value instanceof List<?>) {
            return LIST_OF_ANY.view(value, place);
        }
        Object view = value;
        if (value instanceof BigDecimal || value instanceof Float) {
            view = ((Number) value).doubleValue();
        } else if (value instanceof Integer || value instanceof BigInteger) {
            view = ((Number) value).longValue();
        }
        place.reading().found(place, view);
        return view;
    }

    private Object mismatch(Object value, Place place) {
        throw new MismatchException(place, plain(), value);
    }
}
