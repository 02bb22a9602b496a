package org.rulebatch.cli.print;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.rulebatch.catalog.Nearest;
import org.rulebatch.files.Addresses;
import org.rulebatch.files.Program;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with the arguments, and what was most likely meant. */
public final class UsageErrors implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        PrintWriter err = command.getErr();
        if (failure instanceof UnmatchedArgumentException unmatched) {
            unmatched.getUnmatched().forEach(argument -> err.println(unknown(command, argument)));
        } else {
            err.println(Addresses.printable(String.valueOf(failure.getMessage())));
        }
        err.println("See " + help(command) + ".");
        return ExitCode.USAGE;
    }

    private static String unknown(CommandLine command, String argument) {
        String name = argument.replaceFirst("=.*", "");
        boolean option = name.startsWith("-");
        boolean root = command.getParent() == null;
        String kind = option ? "option" : root ? "job or command" : "argument";
        List<String> known = new ArrayList<>();
        if (option) {
            command.getCommandSpec().options().stream()
                    .map(OptionSpec::longestName)
                    .forEach(known::add);
        } else if (root) {
            known.addAll(command.getSubcommands().keySet());
        }
        return "Unknown " + kind + " '" + name + "'" + Nearest.suggestion(name, known, ".");
    }

    private static String help(CommandLine command) {
        boolean root = command.getParent() == null;
        return Program.command() + (root ? "" : " " + command.getCommandName()) + " --help";
    }
}
