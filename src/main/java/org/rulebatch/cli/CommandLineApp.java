package org.rulebatch.cli;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.rulebatch.batch.repository.AlreadyRunningException;
import org.rulebatch.batch.repository.RepositoryException;
import org.rulebatch.cli.log.StructuredLog;
import org.rulebatch.cli.options.JobsOption;
import org.rulebatch.cli.print.ExitCode;
import org.rulebatch.cli.print.UsageErrors;
import org.rulebatch.files.IoReason;
import org.rulebatch.files.PrintableWriter;
import org.rulebatch.store.InputException;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParseResult;

/** Runs one command line from its arguments to its exit code. */
public final class CommandLineApp {

    private final Writer raw;
    private final PrintWriter out;
    private final PrintWriter err;

    public CommandLineApp() {
        this(
                new OutputStreamWriter(System.out, StandardCharsets.UTF_8),
                new OutputStreamWriter(System.err, StandardCharsets.UTF_8));
    }

    /** Whatever is printed goes through {@link PrintableWriter}, but for help, which is this program's own text. */
    CommandLineApp(Writer out, Writer err) {
        this.raw = out;
        this.out = new PrintableWriter(out);
        this.err = new PrintableWriter(err);
    }

    /** The program as its arguments want it: what it says is text for people, or JSON where that is asked for. */
    public static CommandLineApp of(String... arguments) {
        String format = Arguments.value(List.of(arguments), StructuredLog.OPTION, StructuredLog.ofEnvironment());
        if (!StructuredLog.knows(format)) {
            return new CommandLineApp();
        }
        StructuredLog.start(format);
        return new CommandLineApp(StructuredLog.said(), StructuredLog.complained());
    }

    /** @return the exit code */
    public int run(String... arguments) {
        CommandLine commands = new CommandLine(new RootCommand());
        commands.setOut(out);
        commands.setErr(err);
        commands.setCaseInsensitiveEnumValuesAllowed(true);
        commands.setAbbreviatedOptionsAllowed(false);
        commands.setParameterExceptionHandler(new UsageErrors());
        commands.setExecutionExceptionHandler(this::failed);
        commands.setExecutionStrategy(this::execute);
        commands.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, new CommandGroups());
        List<String> jobFirst = Arguments.jobFirst(List.of(arguments));
        try {
            readDefaults(commands, jobFirst);
        } catch (InputException e) {
            err.println(e.getMessage());
            return ExitCode.USAGE;
        }
        try {
            return commands.execute(jobFirst.toArray(String[]::new));
        } catch (OutOfMemoryError e) {
            err.println(OutOfMemory.text(e));
            return ExitCode.FAILED;
        }
    }

    /** Help may be in colour. */
    private int execute(ParseResult parsed) {
        for (CommandLine command : parsed.asCommandLineList()) {
            if (command.isUsageHelpRequested()) {
                command.setOut(new PrintWriter(raw, true));
            }
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    private static void readDefaults(CommandLine commands, List<String> arguments) {
        Map<String, CommandLine> jobs = commands.getSubcommands();
        CommandLine job = arguments.isEmpty() ? null : jobs.get(arguments.get(0));
        if (job != null) {
            String given = Arguments.value(arguments, JobsOption.NAME, "");
            Path folder = Path.of(given.isEmpty() ? JobsOption.DEFAULT : given);
            if (!given.isEmpty() && !Files.isDirectory(folder)) {
                throw new InputException(JobsOption.NAME + ": there is no folder " + folder.toAbsolutePath()
                        + "; it holds people's decisions, knowledge and the jobs' defaults. Name the one that does.");
            }
            CommandLine main = Objects.requireNonNull(jobs.get(GenerateRulesCommand.NAME));
            job.setDefaultValueProvider(JobDefaults.of(folder, job.getCommandSpec(), main.getCommandSpec()));
        }
    }

    private int failed(Exception failure, CommandLine command, ParseResult arguments) {
        if (OutOfMemory.in(failure).isPresent()) {
            err.println(OutOfMemory.text(failure));
            return ExitCode.FAILED;
        }
        if (failure instanceof InputException) {
            err.println(failure.getMessage());
            return ExitCode.USAGE;
        }
        if (failure instanceof AlreadyRunningException) {
            err.println(failure.getMessage());
            return ExitCode.ALREADY_RUNNING;
        }
        if (failure instanceof RepositoryException) {
            err.println(failure.getMessage() + ".");
            return ExitCode.FAILED;
        }
        Optional<RuntimeException> repository = RepositoryException.in(failure);
        if (repository.isPresent()) {
            return failed(repository.get(), command, arguments);
        }
        Optional<String> disk = IoReason.of(failure);
        if (disk.isPresent()) {
            String what = failure instanceof UncheckedIOException ? failure.getMessage() : "The run cannot be written";
            err.println(what + ": " + disk.get() + ".");
            return ExitCode.FAILED;
        }
        err.println("This should not have happened; please report it with what follows.");
        failure.printStackTrace(err);
        return ExitCode.FAILED;
    }
}
