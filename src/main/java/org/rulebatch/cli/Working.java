package org.rulebatch.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.rulebatch.batch.GenerateRules;
import org.rulebatch.batch.RunResult;
import org.rulebatch.batch.StopSignal;
import org.rulebatch.batch.Workplace;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.cli.progress.Console;
import org.rulebatch.knowledge.ServiceNames;

/** Runs the job in an output folder that this process holds, shows how it goes on, and says how it ended. */
final class Working {

    private Working() {}

    /**
     * @param quiet whether nothing is said before the end
     * @return the exit code
     */
    static int on(
            PrintWriter out,
            boolean quiet,
            OutputOptions output,
            OwnKnowledge knowledge,
            Function<GenerateRules, RunResult> action) {
        Clock clock = Clock.systemDefaultZone();
        StopSignal stop = new StopSignal();
        ServiceNames names = new ServiceNames(Catalog.bundled());
        Pipelines pipelines = new Pipelines(names, knowledge);
        Instant started = clock.instant();
        Ending ending;
        try (Console console = Console.open(out, clock, pipelines::spent, quiet)) {
            Signals.stop(stop, console::say);
            try (Workplace place = Workplace.open(output.output(), output.repository(), stop)) {
                if (stop.isRequested()) {
                    console.say("Stopped before anything was started.");
                    return ExitCode.STOPPED;
                }
                RunResult result = action.apply(new GenerateRules(place, names, pipelines, console, clock));
                Duration took = Duration.between(started, clock.instant());
                ending = new Ending(result, output, took, pipelines.spent(), console.paint());
            }
        }
        return ending.print(out);
    }
}
