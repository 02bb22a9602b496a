package org.rulebatch;

import org.rulebatch.cli.CommandLineApp;
import org.rulebatch.cli.OutOfMemory;

/** Starts the program. */
public final class RuleBatch {

    private RuleBatch() {}

    public static void main(String[] args) {
        OutOfMemory.endsTheProcess();
        System.exit(CommandLineApp.of(args).run(args));
    }
}
