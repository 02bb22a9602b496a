package org.rulebatch.engine.scan;

import org.rulebatch.files.Json;
import org.rulebatch.files.Printable;

/** JSON that a terminal can show: what would steer it, or turn the direction of text, stands there as an escape of JSON. */
final class SafeJson {

    private static final char REPLACEMENT = '\uFFFD';

    private SafeJson() {}

    /** The value as {@link Json} writes it; half a surrogate pair, which is no character, becomes U+FFFD. */
    static String text(Object value) {
        String json = Json.text(value);
        if (json.codePoints().allMatch(c -> c == '\n' || Printable.isPrintable(c))) {
            return json;
        }
        StringBuilder safe = new StringBuilder(json.length() + 16);
        json.codePoints().forEach(c -> {
            if (c == '\n' || Printable.isPrintable(c)) {
                safe.appendCodePoint(c);
            } else if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                safe.append(REPLACEMENT);
            } else {
                safe.append(String.format("\\u%04x", c));
            }
        });
        return safe.toString();
    }
}
