package org.rulebatch.cli.progress;

import java.io.PrintWriter;
import org.rulebatch.files.PrintableWriter;

/** Colours on a terminal whose user wants them; see no-color.org. */
public final class Paint {

    /** Numbers of SGR sequences, ECMA-48. */
    static final int RED = 31;

    static final int GREEN = 32;

    private final boolean on;

    private Paint(boolean on) {
        this.on = on;
    }

    static Paint none() {
        return new Paint(false);
    }

    /** @param noColor what the variable {@code NO_COLOR} says; empty if it is not set */
    static Paint ofTerminal(String noColor) {
        return new Paint(noColor.isEmpty());
    }

    /** Prints a text in the colour of what went well. */
    public void good(PrintWriter out, String text) {
        print(out, GREEN, text);
    }

    /** Prints a text in the colour of what did not. */
    public void bad(PrintWriter out, String text) {
        print(out, RED, text);
    }

    void print(PrintWriter out, int color, String text) {
        if (on && color != 0 && out instanceof PrintableWriter terminal) {
            terminal.painted(color, text);
        } else {
            out.print(text);
        }
    }
}
