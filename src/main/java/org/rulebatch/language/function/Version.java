package org.rulebatch.language.function;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A version as AWS's answers spell it: {@code 1.31}, {@code v1.2.3}, {@code 8.0.35}, {@code 5.7.mysql_aurora.2.11.1},
 * {@code OpenSearch_2.11}, {@code PostgreSQL 14.9}, {@code TLSv1.2_2021}, {@code python3.12}.
 *
 * <p>Versions are compared part by part, numbers as numbers. Parts that one has more count as 0, so {@code 1.31} is
 * {@code 1.31.0}; a further part that is a text makes a version newer, unless it marks a preview ({@code beta}, {@code rc}). Two
 * versions cannot be compared where they name different products, or where a number meets another text.
 *
 * @see <a href="https://semver.org/#spec-item-11">Semantic Versioning 2.0.0, Precedence</a>
 */
public final class Version {

    private static final int MAX_LENGTH = 200;

    /** A product, if one is named, in front of a number. */
    private static final Pattern FORM =
            Pattern.compile("(?:([a-z]+(?:[-_ ](?:aurora|mysql|postgresql|sql|server))*)[-_ ]*)?(\\d.*)");

    private static final Pattern PART = Pattern.compile("\\d+|[a-z]+(?:_[a-z]+)*");

    private static final Set<String> PREVIEW =
            Set.of("alpha", "beta", "rc", "m", "preview", "snapshot", "dev", "pre", "a", "b");

    private final String product;
    private final List<Object> parts;

    private Version(String product, List<Object> parts) {
        this.product = product;
        this.parts = List.copyOf(parts);
    }

    /**
     * Reads a version.
     *
     * @param value a text or a whole number; a number with a point is refused, as 1.30 has become 1.3 in it
     */
    public static Maybe<Version> of(@Nullable Object value) {
        if (value == null || value.toString().isBlank()) {
            return Maybe.unknown("there is no version");
        }
        if (value instanceof Double || value instanceof Float) {
            return Maybe.unknown("the version " + value + " is a number and must be a text, in quotation marks");
        }
        String text = value.toString().strip().toLowerCase(Locale.ROOT);
        Matcher form = FORM.matcher(text);
        if (text.length() > MAX_LENGTH || !form.matches()) {
            return Maybe.unknown("'" + value + "' is not a version");
        }
        String product = form.group(1) == null ? "" : form.group(1);
        return Maybe.of(new Version(product(product), parts(form.group(2))));
    }

    /** {@code v} is no product, and the one of {@code TLSv1.2} is TLS. */
    private static String product(String text) {
        boolean marked = text.equals("v") || text.equals("tlsv") || text.equals("sslv") || text.equals("version");
        return !marked ? text : text.equals("version") ? "" : text.substring(0, text.length() - 1);
    }

    private static List<Object> parts(String text) {
        List<Object> parts = new ArrayList<>();
        Matcher part = PART.matcher(text);
        while (part.find()) {
            String found = part.group();
            parts.add(Character.isDigit(found.charAt(0)) ? new BigInteger(found) : found);
        }
        return parts;
    }

    /** Negative, zero or positive as this version is older than, the same as or newer than the other. */
    public Maybe<Integer> compare(Version other) {
        if (!product.equals(other.product) && !product.isEmpty() && !other.product.isEmpty()) {
            return secure(product) && secure(other.product)
                    ? Maybe.of(product.compareTo(other.product))
                    : Maybe.unknown("versions of " + product + " and of " + other.product + " cannot be compared");
        }
        for (int i = 0; i < Math.max(parts.size(), other.parts.size()); i++) {
            Maybe<Integer> order = comparePart(part(i), other.part(i));
            if (!(order instanceof Maybe.Value<Integer> known) || known.value() != 0) {
                return order;
            }
        }
        return Maybe.of(0);
    }

    /** Of these each version of one is older than every version of the other: SSL came before TLS. */
    private static boolean secure(String product) {
        return product.equals("ssl") || product.equals("tls");
    }

    private @Nullable Object part(int index) {
        return index < parts.size() ? parts.get(index) : null;
    }

    private static Maybe<Integer> comparePart(@Nullable Object left, @Nullable Object right) {
        if (left instanceof BigInteger || right instanceof BigInteger) {
            boolean texts = left instanceof String || right instanceof String;
            return texts ? withText(left, right) : Maybe.of(number(left).compareTo(number(right)));
        }
        if (left instanceof String first && right instanceof String second) {
            boolean comparable = first.equals(second) || isPreview(first) == isPreview(second) && isPreview(first);
            return comparable
                    ? Maybe.of(Integer.signum(first.compareTo(second)))
                    : Maybe.unknown("'" + first + "' and '" + second + "' cannot be compared");
        }
        return Maybe.of(left instanceof String text ? further(text) : -further(String.valueOf(right)));
    }

    private static Maybe<Integer> withText(@Nullable Object left, @Nullable Object right) {
        String text = String.valueOf(left instanceof String ? left : right);
        int sign = left instanceof String ? 1 : -1;
        return isPreview(text)
                ? Maybe.of(-sign)
                : Maybe.unknown("the parts '" + left + "' and '" + right + "' of two versions cannot be compared");
    }

    private static int further(String text) {
        return isPreview(text) ? -1 : 1;
    }

    private static boolean isPreview(String text) {
        return PREVIEW.contains(text);
    }

    private static BigInteger number(@Nullable Object part) {
        return part instanceof BigInteger number ? number : BigInteger.ZERO;
    }

    /** Compares two values as versions: negative, zero or positive as the first is older, the same or newer. */
    public static Maybe<Integer> compare(@Nullable Object first, @Nullable Object second) {
        Maybe<Version> left = of(first);
        Maybe<Version> right = of(second);
        if (left instanceof Maybe.Unknown<Version> unknown) {
            return Maybe.unknown(unknown.reason());
        }
        if (right instanceof Maybe.Unknown<Version> unknown) {
            return Maybe.unknown(unknown.reason());
        }
        return ((Maybe.Value<Version>) left).value().compare(((Maybe.Value<Version>) right).value());
    }

    /** Whether the first value is the version of the second or a newer one. */
    public static Answer isAtLeast(@Nullable Object first, @Nullable Object second) {
        return compare(first, second).answer(order -> Answer.of(order >= 0));
    }
}
