package org.rulebatch.describe;

import java.util.Arrays;

/** Text that is wrapped at 100 columns; what does not fit goes on below, two columns further in. */
final class Page {

    private static final int COLUMNS = 100;

    private final StringBuilder text = new StringBuilder();

    Page line(int indent, String line) {
        String margin = " ".repeat(indent);
        int column = 0;
        for (String word : Arrays.asList(line.split(" "))) {
            if (column > indent && column + 1 + word.length() > COLUMNS) {
                text.append('\n').append(margin).append("  ");
                column = indent + 2;
            } else if (column == 0) {
                text.append(margin);
                column = indent;
            } else {
                text.append(' ');
                column++;
            }
            text.append(word);
            column += word.length();
        }
        text.append('\n');
        return this;
    }

    Page gap() {
        text.append('\n');
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
