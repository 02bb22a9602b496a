package org.rulebatch.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.rulebatch.batch.status.RunInspector;
import org.rulebatch.batch.status.RunView;
import org.rulebatch.files.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the runs of an output folder. */
@Command(
        name = "runs",
        description = "Lists the runs of the output folder, the newest first.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class RunsCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Mixin
    private JobsOption jobs = new JobsOption();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() {
        List<RunView> runs = new RunInspector(output.output(), output.repository()).runs();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.text(runs));
        } else if (runs.isEmpty()) {
            out.println("There is no run in " + output.output().path() + " yet; start one with --job=generateRules.");
        } else {
            RunPrinter.list(out, runs);
        }
        return ExitCode.SUCCESS;
    }
}
