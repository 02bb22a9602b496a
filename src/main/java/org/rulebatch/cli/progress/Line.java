package org.rulebatch.cli.progress;

import java.io.PrintWriter;
import org.rulebatch.files.Printable;

/**
 * A line for people, of which a part may be in colour.
 *
 * @param color of the painted part, the number of an SGR sequence; 0 for none
 */
record Line(String before, String painted, int color, String after) {

    static Line of(String text) {
        return new Line(text, "", 0, "");
    }

    static Line good(String before, String painted, String after) {
        return new Line(before, painted, Paint.GREEN, after);
    }

    static Line bad(String before, String painted, String after) {
        return new Line(before, painted, Paint.RED, after);
    }

    void print(PrintWriter out, Paint paint) {
        out.print(before);
        paint.print(out, color, painted);
        out.println(after);
    }

    /** The text on one line, without colour. */
    String text() {
        return Printable.lines(before + painted + after);
    }
}
