package org.rulebatch.files;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;

/**
 * The one place that prints: what goes through it cannot steer a terminal, wherever the text comes from. Only
 * {@link #painted} adds colour, around text that is escaped as all other is.
 */
public final class PrintableWriter extends PrintWriter {

    private final Writer raw;

    /** Flushes after every line. */
    public PrintableWriter(Writer raw) {
        super(new Escaping(raw), true);
        this.raw = raw;
    }

    /**
     * Prints a text in a style of the program's own.
     *
     * @param style the number of an SGR sequence (ECMA-48), such as 32 for green
     */
    public void painted(int style, String text) {
        flush();
        try {
            raw.write("\u001b[" + style + "m");
            print(text);
            flush();
            raw.write("\u001b[0m");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps the first half of a surrogate pair until the second comes. */
    private static final class Escaping extends FilterWriter {

        private String half = "";

        Escaping(Writer raw) {
            super(raw);
        }

        @Override
        public void write(int character) throws IOException {
            write(String.valueOf((char) character));
        }

        @Override
        public void write(char[] text, int from, int length) throws IOException {
            write(new String(text, from, length));
        }

        @Override
        public void write(String text, int from, int length) throws IOException {
            write(text.substring(from, from + length));
        }

        @Override
        public void write(String text) throws IOException {
            String whole = half + text;
            boolean open = !whole.isEmpty() && Character.isHighSurrogate(whole.charAt(whole.length() - 1));
            half = open ? whole.substring(whole.length() - 1) : "";
            out.write(Printable.lines(open ? whole.substring(0, whole.length() - 1) : whole));
        }

        @Override
        public void close() throws IOException {
            out.write(Printable.lines(half));
            half = "";
            super.close();
        }
    }
}
