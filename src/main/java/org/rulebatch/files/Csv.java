package org.rulebatch.files;

import java.util.List;
import java.util.stream.Collectors;

/** Tables as RFC 4180 describes them. */
public final class Csv {

    private Csv() {}

    /** A line with its end. A cell that a spreadsheet would take for a formula is kept a text, and so is what would steer a terminal. */
    public static String line(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String raw) {
        String text = Printable.of(raw);
        String safe = text.matches("(?s)[=+\\-@].*") ? "'" + text : text;
        return safe.matches("(?s).*[,\"].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
