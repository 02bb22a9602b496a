package org.rulebatch.language;

/** What an expression may cost at most. */
final class Bounds {

    /** Characters of its text. */
    static final int SOURCE = 10_000;

    /** Parts within parts, as the parser counts them. */
    static final int DEPTH = 60;

    /** {@code exists}, {@code all}, {@code filter}, {@code map} within each other. */
    static final int NESTED_LOOPS = 4;

    /** Elements that one evaluation goes through, all its loops together. */
    static final int ITERATIONS = 1_000_000;

    private Bounds() {}
}
