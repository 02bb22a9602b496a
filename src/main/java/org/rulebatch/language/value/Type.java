package org.rulebatch.language.value;

import dev.cel.common.types.CelType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The type of a value in the language. Immutable; recursive structures open when their members are asked for. */
public abstract sealed class Type permits Scalar, ListOf, MapOf, Structure, Opaque {

    /** Text; an enum's values are known where it comes from a model. */
    public static Type text() {
        return Scalar.TEXT;
    }

    /** A whole number of 64 bits. */
    public static Type integer() {
        return Scalar.INTEGER;
    }

    /** A number with a fraction. */
    public static Type decimal() {
        return Scalar.DECIMAL;
    }

    /** True or false. */
    public static Type truth() {
        return Scalar.TRUTH;
    }

    /** A point in time, a {@link java.time.Instant}. */
    public static Type time() {
        return Scalar.TIME;
    }

    /** A {@link java.time.Duration}. */
    public static Type duration() {
        return Scalar.DURATION;
    }

    /** A value whose members no model declares, such as parsed JSON. */
    public static Type any() {
        return Scalar.ANY;
    }

    /** A list of such elements. */
    public static Type list(Type element) {
        return new ListOf(element);
    }

    /** A map from text to such values. */
    public static Type map(Type value) {
        return new MapOf(value);
    }

    /** The type of a parameter's value: text, a number, true or false, or a list of these. */
    public static Type of(Object value) {
        if (value instanceof List<?> list) {
            return list(list.isEmpty() ? text() : of(list.get(0)));
        }
        if (value instanceof Boolean) {
            return truth();
        }
        if (value instanceof Number number) {
            return number.doubleValue() == number.longValue() ? integer() : decimal();
        }
        return text();
    }

    /**
     * A value that only functions read, any Java object.
     *
     * @param name what messages call it, such as {@code policy}
     */
    public static Type opaque(String name) {
        return new Opaque(name);
    }

    /** What kind of value it is. */
    public abstract Form form();

    /** The type of a list's elements, or of a map's values; empty for other values. */
    public Optional<Type> part() {
        return Optional.empty();
    }

    /** The types of a structure's members, by name; empty for other values. */
    public Map<String, Type> members() {
        return Map.of();
    }

    /** How the type checker knows it. */
    public abstract CelType cel();

    /** What it is, with its article, such as {@code a list of text}. */
    public abstract String plain();

    /** What several of them are. */
    String many() {
        return plain();
    }

    /**
     * The value as expressions see it.
     *
     * @throws MismatchException if it is not of this type
     */
    abstract Object view(Object value, Place place);

    /** What is read where there is no value. */
    abstract Object absent(Place place);

    /** Whether nothing of the type can stand for an absent one, so that an expression has to ask first. */
    public boolean needsPresence() {
        return false;
    }

    /** The values that the model lists; empty where it lists none. */
    public List<String> enumValues() {
        return List.of();
    }

    /**
     * Reads a value that stands at a place.
     *
     * @throws UnknownException if it is not known
     */
    public final Object read(@Nullable Object value, Place place) {
        if (value == null) {
            place.reading().found(place, null);
            return absent(place);
        }
        if (value instanceof UnknownValue unknown) {
            throw place.reading().unknown(place, unknown);
        }
        return view(value, place);
    }

    @Override
    public final String toString() {
        return plain();
    }
}
