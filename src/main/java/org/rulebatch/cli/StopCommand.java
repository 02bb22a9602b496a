package org.rulebatch.cli;

import java.io.PrintWriter;
import org.rulebatch.batch.repository.RunReference;
import org.rulebatch.batch.status.RunView;
import org.rulebatch.batch.status.StopRequest;
import org.rulebatch.cli.options.JobsOption;
import org.rulebatch.cli.options.OutputOptions;
import org.rulebatch.cli.print.ExitCode;
import org.rulebatch.files.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Stops the run of another process. */
@Command(name = "stop", description = "Stops a run that another process works on, and waits until it has ended.")
final class StopCommand extends BaseCommand {

    @Parameters(
            paramLabel = "<id|last>",
            arity = "0..1",
            defaultValue = "last",
            description = "The run (default: the last one).")
    private String run = "last";

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Mixin
    private JobsOption jobs = new JobsOption();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() throws InterruptedException {
        RunView ended = new StopRequest(output.output(), output.repository()).send(RunReference.parse(run));
        PrintWriter out = out();
        if (json) {
            out.println(Json.text(ended));
        } else {
            out.println("Run " + ended.id() + " is " + ended.state() + ", " + ended.progress() + " batches done.");
        }
        return ended.owner() == null ? ExitCode.SUCCESS : ExitCode.FAILED;
    }
}
