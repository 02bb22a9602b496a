package org.rulebatch.requirement;

/**
 * What a check has to say, as a value.
 *
 * @param id stable and dotted, {@code field.unknown}
 * @param place what it is about: a field path, an operation, or {@code file:line}
 * @param hint what to do next, or empty
 */
public record Finding(Severity severity, String id, String place, String message, String hint) {

    /** How grave a finding is: an {@code ERROR} keeps a rule from being automated. */
    public enum Severity {
        ERROR,
        WARNING,
        NOTE
    }

    public static Finding error(String id, String place, String message, String hint) {
        return new Finding(Severity.ERROR, id, place, message, hint);
    }

    public static Finding note(String id, String place, String message) {
        return new Finding(Severity.NOTE, id, place, message, "");
    }

    /** The message and what to do next; on a line of its own where the message has several lines. */
    public String text() {
        return hint.isEmpty() ? message : message + (message.contains("\n") ? "\n" : "; ") + hint;
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
