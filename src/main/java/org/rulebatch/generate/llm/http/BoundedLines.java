package org.rulebatch.generate.llm.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads lines of UTF-8, of a long one its beginning only. */
public final class BoundedLines implements Closeable {

    /** @param complete whether that is all of it */
    public record Line(String text, boolean complete) {}

    private final InputStream in;
    private final int most;

    /** @param most bytes of a line */
    public BoundedLines(InputStream in, int most) {
        this.in = new BufferedInputStream(in, 1 << 16);
        this.most = most;
    }

    /** The next line; empty at the end. */
    public Optional<Line> next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean complete = true;
        int each = in.read();
        if (each == -1) {
            return Optional.empty();
        }
        while (each != '\n' && each != -1) {
            if (line.size() < most) {
                line.write(each);
            } else {
                complete = false;
            }
            each = in.read();
        }
        return Optional.of(new Line(line.toString(StandardCharsets.UTF_8), complete));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
