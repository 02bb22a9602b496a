package org.rulebatch.cli.progress;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.Supplier;

/** Lines in a file or a pipe: each stays, and there is no live part. */
final class PlainScreen implements Screen {

    private final PrintWriter out;

    PlainScreen(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void live(Supplier<List<String>> lines) {
        // Nothing here can change.
    }

    @Override
    public void line(Line line) {
        line.print(out, Paint.none());
    }

    @Override
    public void refresh() {
        // Nothing here can change.
    }

    @Override
    public String only(String text) {
        return text;
    }

    @Override
    public Paint paint() {
        return Paint.none();
    }

    @Override
    public void close() {
        out.flush();
    }
}
