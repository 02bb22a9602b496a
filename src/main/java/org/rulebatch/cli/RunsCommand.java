package org.rulebatch.cli;

import java.io.PrintWriter;
import java.util.List;
import org.rulebatch.batch.status.RunInspector;
import org.rulebatch.batch.status.RunView;
import org.rulebatch.cli.options.JobsOption;
import org.rulebatch.cli.options.OutputOptions;
import org.rulebatch.cli.print.ExitCode;
import org.rulebatch.cli.print.RunPrinter;
import org.rulebatch.files.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the runs of an output folder. */
@Command(name = "runs", description = "Lists the runs of the output folder, the newest first.")
final class RunsCommand extends BaseCommand {

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Mixin
    private JobsOption jobs = new JobsOption();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() {
        List<RunView> runs = new RunInspector(output.output(), output.repository()).runs();
        PrintWriter out = out();
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
