package org.rulebatch.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code completion}. */
@Command(
        name = "completion",
        description = "Prints a script that completes jobs, commands and options in bash and zsh.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class CompletionCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--name",
            paramLabel = "<name>",
            defaultValue = "rule-batch",
            description =
                    "What you call the program, such as an alias for 'java -jar batch.jar' (default: ${DEFAULT-VALUE}).")
    private String name = "rule-batch";

    @Override
    public Integer call() {
        CommandLine program = new CommandLine(new RootCommand());
        spec.commandLine().getOut().print(AutoComplete.bash(name, program));
        spec.commandLine().getOut().flush();
        return ExitCode.SUCCESS;
    }
}
