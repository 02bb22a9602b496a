package org.rulebatch.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What all commands and jobs have: {@code --help} and {@code --version}, where they print, and how they refuse arguments. */
@Command(mixinStandardHelpOptions = true, versionProvider = Version.class)
abstract class BaseCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** Of this command, as it was called. */
    final CommandSpec spec() {
        return spec;
    }

    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    final PrintWriter err() {
        return spec.commandLine().getErr();
    }

    /** Whether the option stands on the command line, or in the job's file of defaults. */
    final boolean isGiven(String option) {
        return spec.commandLine().getParseResult().hasMatchedOption(option);
    }

    /** An error in the arguments, which is printed with the usage. */
    final ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
