package org.rulebatch.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.ToIntBiFunction;
import org.rulebatch.batch.GenerateRules;
import org.rulebatch.batch.RunBrokenException;
import org.rulebatch.batch.RunResult;
import org.rulebatch.batch.repository.StopSignal;
import org.rulebatch.batch.step.Workplace;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.cli.progress.Console;
import org.rulebatch.deploy.Archive;
import org.rulebatch.knowledge.ServiceNames;

/** Works on the runs of an output folder that this process holds, and shows how it goes on. */
final class Working {

    private Working() {}

    /**
     * Runs the job and says how it ended.
     *
     * @param quiet whether nothing is said before the end
     * @return the exit code
     */
    static int on(
            PrintWriter out,
            boolean quiet,
            OutputOptions output,
            OwnKnowledge knowledge,
            ModelOptions model,
            Function<GenerateRules, RunResult> action) {
        Clock clock = Clock.systemDefaultZone();
        Instant started = clock.instant();
        return with(out, quiet, output, knowledge, model, (job, console) -> {
            RunResult result = action.apply(job);
            console.close();
            Duration took = Duration.between(started, clock.instant());
            return new Ending(result, output, knowledge.jobsDir(), took, console.paint()).print(out);
        });
    }

    /**
     * Does something with the runs of an output folder.
     *
     * @param action gives the exit code; it closes the console before it prints itself
     */
    static int with(
            PrintWriter out,
            boolean quiet,
            OutputOptions output,
            OwnKnowledge knowledge,
            ModelOptions model,
            ToIntBiFunction<GenerateRules, Console> action) {
        Clock clock = Clock.systemDefaultZone();
        StopSignal stop = new StopSignal();
        ServiceNames names = new ServiceNames(Catalog.bundled());
        Pipelines pipelines = new Pipelines(names, knowledge, model);
        try (Console console = Console.open(out, clock, quiet)) {
            Signals.stop(stop, console::say, output);
            try (Workplace place = Workplace.open(output.output(), output.repository(), stop)) {
                if (stop.isRequested()) {
                    console.say("Stopped before anything was started.");
                    return ExitCode.STOPPED;
                }
                new Archive(output.output()).finish();
                return action.applyAsInt(new GenerateRules(place, names, pipelines, console, clock), console);
            }
        } catch (RunBrokenException e) {
            out.println(e.getMessage() + " When that is put right, go on with it: " + output.restartCommand("last"));
            return ExitCode.FAILED;
        }
    }
}
