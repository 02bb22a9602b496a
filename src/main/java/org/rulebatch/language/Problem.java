package org.rulebatch.language;

/**
 * Something in an expression that has to be mended before it can be evaluated.
 *
 * @param line counted from 1
 * @param column counted from 1
 * @param message what is wrong, a sentence
 * @param hint what to do, a sentence; empty if there is nothing to suggest
 * @param excerpt the line of the expression, and below it a caret under the place
 */
public record Problem(int line, int column, String message, String hint, String excerpt) {

    @Override
    public String toString() {
        return line + ":" + column + " " + message + "\n" + excerpt.indent(2).stripTrailing()
                + (hint.isEmpty() ? "" : "\n" + hint);
    }
}
