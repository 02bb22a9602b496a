package org.rulebatch.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.rulebatch.batch.Housekeeping;
import org.rulebatch.batch.repository.StopSignal;
import org.rulebatch.batch.step.Workplace;
import org.rulebatch.cli.options.Age;
import org.rulebatch.cli.options.JobsOption;
import org.rulebatch.cli.options.OutputOptions;
import org.rulebatch.cli.print.ExitCode;
import org.rulebatch.files.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Removes old runs. */
@Command(
        name = "purge",
        description =
                "Removes complete runs from the repository, with what was kept for a restart; their output stays.")
final class PurgeCommand extends BaseCommand {

    @Option(
            names = "--older-than",
            required = true,
            paramLabel = "<age>",
            description = "Least age of the runs' last change: 30d, 12h, 90m.")
    private String age = "";

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Mixin
    private JobsOption jobs = new JobsOption();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() {
        Duration olderThan = Age.parse("--older-than", age);
        try (Workplace place = Workplace.open(output.output(), output.repository(), new StopSignal())) {
            List<Long> removed = new Housekeeping(place, Clock.systemDefaultZone()).purge(olderThan);
            PrintWriter out = out();
            out.println(json ? Json.text(Map.of("purged", removed)) : removed.size() + " runs removed.");
            return ExitCode.SUCCESS;
        }
    }
}
