package org.rulebatch;

/** Starts the program. */
public final class RuleBatch {

    private RuleBatch() {}

    public static void main(String[] args) {
        System.exit(2);
    }
}
