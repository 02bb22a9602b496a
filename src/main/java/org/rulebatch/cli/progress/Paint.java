package org.rulebatch.cli.progress;

import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/** Colours on a terminal whose user wants them; see no-color.org. */
public final class Paint {

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

    public String good(String text) {
        return painted(text, AttributedStyle.GREEN);
    }

    public String bad(String text) {
        return painted(text, AttributedStyle.RED);
    }

    private String painted(String text, int color) {
        return on ? new AttributedString(text, AttributedStyle.DEFAULT.foreground(color)).toAnsi() : text;
    }
}
