package org.rulebatch.report.page;

import org.jspecify.annotations.Nullable;
import org.rulebatch.files.Printable;

/** A piece of a page. What comes from a run is added by {@link #text}, which escapes it. */
final class Html {

    private final StringBuilder out = new StringBuilder();

    /** Adds markup of this program's own. */
    Html raw(String markup) {
        out.append(markup);
        return this;
    }

    Html text(@Nullable Object value) {
        out.append(escaped(value == null ? "" : value.toString()));
        return this;
    }

    /** Adds an element that holds text only; {@code start} is its name with its attributes. */
    Html element(String start, @Nullable Object value) {
        int space = start.indexOf(' ');
        String name = space < 0 ? start : start.substring(0, space);
        return raw("<").raw(start).raw(">").text(value).raw("</").raw(name).raw(">");
    }

    /** Text for an element or a quoted attribute; what steers a terminal or turns text around is shown as an escape. */
    static String escaped(String text) {
        return Printable.lines(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
