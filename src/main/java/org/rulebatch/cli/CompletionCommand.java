package org.rulebatch.cli;

import org.rulebatch.cli.print.ExitCode;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code completion}. */
@Command(
        name = "completion",
        description = "Prints a script that completes jobs, commands and options in bash and zsh.")
final class CompletionCommand extends BaseCommand {

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
        out().print(AutoComplete.bash(name, program));
        out().flush();
        return ExitCode.SUCCESS;
    }
}
