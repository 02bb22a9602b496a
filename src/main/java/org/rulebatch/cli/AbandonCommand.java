package org.rulebatch.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.Map;
import org.rulebatch.batch.Housekeeping;
import org.rulebatch.batch.repository.RunReference;
import org.rulebatch.batch.repository.StopSignal;
import org.rulebatch.batch.step.Workplace;
import org.rulebatch.cli.options.JobsOption;
import org.rulebatch.cli.options.OutputOptions;
import org.rulebatch.cli.print.ExitCode;
import org.rulebatch.files.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Gives up a run. */
@Command(
        name = "abandon",
        description = "Gives up a run: it cannot be restarted any more, and no longer stands in the way of a new one.")
final class AbandonCommand extends BaseCommand {

    @Parameters(paramLabel = "<id>", description = "The run.")
    private String run = "";

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Mixin
    private JobsOption jobs = new JobsOption();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() {
        RunReference reference = RunReference.parse(run);
        try (Workplace place = Workplace.open(output.output(), output.repository(), new StopSignal())) {
            long id = new Housekeeping(place, Clock.systemDefaultZone()).abandon(reference);
            PrintWriter out = out();
            out.println(json ? Json.text(Map.of("abandoned", id)) : "Run " + id + " is abandoned.");
            return ExitCode.SUCCESS;
        }
    }
}
