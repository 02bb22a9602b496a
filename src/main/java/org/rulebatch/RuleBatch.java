package org.rulebatch;

import org.rulebatch.cli.CommandLineApp;

/** Starts the program. */
public final class RuleBatch {

    private RuleBatch() {}

    public static void main(String[] args) {
        System.exit(CommandLineApp.of(args).run(args));
    }
}
