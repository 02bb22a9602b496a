package org.rulebatch.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What stands before a job or a command. */
@Command(
        name = "java -jar batch.jar",
        customSynopsis = "java -jar batch.jar --job=<job>|<command> [<options>]",
        description = "Turns security rule metadata into executable AWS rule YAML.",
        commandListHeading = "",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            GenerateRulesCommand.class,
            BuildCatalogCommand.class,
            DeployRulesCommand.class,
            ArchiveRunCommand.class,
            DescribeCommand.class,
            ImportCommand.class,
            NewRuleCommand.class,
            TryCommand.class,
            ValidateCommand.class,
            SchemaCommand.class,
            DiffCommand.class,
            CompletionCommand.class,
            ExplainCommand.class,
            ReviewCommand.class,
            EvaluateRulesCommand.class,
            TrainRankerCommand.class,
            TestRulesCommand.class,
            ScanCommand.class,
            RestartCommand.class,
            StopCommand.class,
            RunsCommand.class,
            StatusCommand.class,
            AbandonCommand.class,
            PurgeCommand.class,
            CacheCommand.class,
            WorkerCommand.class
        },
        footer = {
            "",
            "A job is started with --job=<job>; its defaults stand in jobs/<job>.yaml.",
            "Exit codes: 0 success, 1 criteria not met, 2 usage or input, 3 stopped,",
            "4 already running, 5 failed and restartable."
        })
final class RootCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--job", paramLabel = "<job>", description = "The job to run, one of those below.")
    private String job = "";

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), job.isEmpty() ? "No job is named." : "--job needs the name of a job.");
    }
}
