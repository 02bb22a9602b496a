package org.rulebatch.cli;

import java.io.PrintWriter;
import org.rulebatch.batch.repository.RunReference;
import org.rulebatch.batch.status.RunDetail;
import org.rulebatch.batch.status.RunInspector;
import org.rulebatch.cli.options.JobsOption;
import org.rulebatch.cli.options.OutputOptions;
import org.rulebatch.cli.print.ExitCode;
import org.rulebatch.cli.print.RunPrinter;
import org.rulebatch.files.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows one run. */
@Command(name = "status", description = "Shows the batches and services of a run, with their errors.")
final class StatusCommand extends BaseCommand {

    private static final long WATCH_EVERY_MS = 1_000;

    @Parameters(
            paramLabel = "<id|last>",
            arity = "0..1",
            defaultValue = "last",
            description = "The run (default: the last one).")
    private String run = "last";

    @Option(names = "--watch", description = "Show it again and again until it has ended.")
    private boolean watch;

    @Option(names = "--json", description = "Print JSON; with --watch, one document a look.")
    private boolean json;

    @Mixin
    private JobsOption jobs = new JobsOption();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() throws InterruptedException {
        RunInspector inspector = new RunInspector(output.output(), output.repository());
        RunReference reference = RunReference.parse(run);
        RunDetail detail = inspector.run(reference);
        print(detail);
        while (watch && detail.run().owner() != null) {
            Thread.sleep(WATCH_EVERY_MS);
            detail = inspector.run(reference);
            print(detail);
        }
        return ExitCode.SUCCESS;
    }

    private void print(RunDetail detail) {
        PrintWriter out = out();
        if (json) {
            out.println(Json.text(detail));
        } else {
            RunPrinter.detail(out, detail);
        }
    }
}
