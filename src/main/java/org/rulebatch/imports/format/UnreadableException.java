package org.rulebatch.imports.format;

/** A file cannot be read as what its name says it is. */
public final class UnreadableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String place;
    private final String hint;

    /**
     * @param place {@code file} or {@code file:line}
     * @param reason what is wrong
     * @param hint what to do
     */
    UnreadableException(String place, String reason, String hint) {
        super(reason);
        this.place = place;
        this.hint = hint;
    }

    /** Where it is wrong. */
    public String place() {
        return place;
    }

    /** What to do about it. */
    public String hint() {
        return hint;
    }
}
