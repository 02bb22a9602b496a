package org.rulebatch.engine.scan;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import org.rulebatch.files.Json;
import org.rulebatch.files.Printable;

/**
 * JSON that a terminal can show: what would steer it, or turn the direction of text, stands there as an escape of JSON, and half a
 * surrogate pair, which is no character, as U+FFFD.
 */
final class SafeJson extends FilterWriter {

    private static final char REPLACEMENT = '\uFFFD';

    private char high;

    private SafeJson(Writer out) {
        super(out);
    }

    /** Writes the document piece by piece, as {@link Json} has it, and a newline. */
    static void write(Writer out, Json.Body body) {
        SafeJson safe = new SafeJson(out);
        try {
            Json.write(safe, body);
            safe.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
        for (int i = from; i < from + length; i++) {
            write(text[i]);
        }
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
        write(text.toCharArray(), from, length);
    }

    @Override
    public void write(int character) throws IOException {
        char next = (char) character;
        if (high != 0 && !Character.isLowSurrogate(next)) {
            out.write(REPLACEMENT);
            high = 0;
        }
        if (Character.isHighSurrogate(next)) {
            high = next;
        } else if (high != 0) {
            point(Character.toCodePoint(high, next));
            high = 0;
        } else {
            point(next);
        }
    }

    private void point(int c) throws IOException {
        if (c == '\n' || Printable.isPrintable(c)) {
            out.write(Character.toString(c));
        } else if (Character.isSurrogate((char) c) && Character.charCount(c) == 1) {
            out.write(REPLACEMENT);
        } else {
            out.write(String.format("\\u%04x", c));
        }
    }
}
