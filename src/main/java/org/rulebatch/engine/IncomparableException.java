package org.rulebatch.engine;

/** A value is not of the kind that the operator of a condition compares. */
final class IncomparableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final int MAX_SHOWN = 80;

    IncomparableException(String wanted, Object value) {
        super(wanted + " is needed, not '" + shown(value.toString()) + "'");
    }

    private static String shown(String text) {
        return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…";
    }
}
