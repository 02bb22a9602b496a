package org.rulebatch.files;

import org.jspecify.annotations.Nullable;

/**
 * Text from files, services and models as it may reach a terminal, a log or a page: characters that steer a terminal or
 * turn the direction of text become visible escapes such as {@code \}{@code u001b}.
 */
public final class Printable {

    private static final int LONGEST_NAME = 80;

    private Printable() {}

    /**
     * One line: control characters (C0, DEL, C1), line and paragraph separators, bidi controls and lone surrogates are
     * escaped, newlines and tabs too. Null gives "null".
     */
    public static String of(@Nullable String text) {
        return escaped(text, false);
    }

    /** As {@link #of}, but newlines and tabs stay. */
    public static String lines(@Nullable String text) {
        return escaped(text, true);
    }

    /** As {@link #of}, cut at 80 characters: a name in a message. */
    public static String name(@Nullable String text) {
        String whole = String.valueOf(text);
        int end = whole.codePointCount(0, whole.length()) <= LONGEST_NAME
                ? whole.length()
                : whole.offsetByCodePoints(0, LONGEST_NAME);
        return of(whole.substring(0, end)) + (end < whole.length() ? "…" : "");
    }

    /** Whether the character may be printed as it is; newlines and tabs may not. */
    public static boolean isPrintable(int codePoint) {
        return !Character.isISOControl(codePoint)
                && codePoint != 0x2028
                && codePoint != 0x2029
                && !turnsDirection(codePoint)
                && !(codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
    }

    /** The bidi controls of Unicode (UAX 9): U+061C, U+200E, U+200F, U+202A to U+202E, U+2066 to U+2069. */
    private static boolean turnsDirection(int c) {
        return c == 0x061C
                || c == 0x200E
                || c == 0x200F
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069);
    }

    private static String escaped(@Nullable String text, boolean manyLines) {
        if (text == null) {
            return "null";
        }
        if (text.codePoints().allMatch(c -> passes(c, manyLines))) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            if (passes(c, manyLines)) {
                out.appendCodePoint(c);
            } else {
                out.append(String.format("\\u%04x", c));
            }
        });
        return out.toString();
    }

    private static boolean passes(int codePoint, boolean manyLines) {
        return isPrintable(codePoint) || (manyLines && (codePoint == '\n' || codePoint == '\t'));
    }
}
