package org.rulebatch.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.ToIntBiFunction;
import org.rulebatch.batch.GenerateRules;
import org.rulebatch.batch.NotStartedException;
import org.rulebatch.batch.RunBrokenException;
import org.rulebatch.batch.RunResult;
import org.rulebatch.batch.repository.StopSignal;
import org.rulebatch.batch.step.Workplace;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.cli.options.ModelOptions;
import org.rulebatch.cli.options.OutputOptions;
import org.rulebatch.cli.options.OwnKnowledge;
import org.rulebatch.cli.options.Pipelines;
import org.rulebatch.cli.print.ExitCode;
import org.rulebatch.cli.print.Hints;
import org.rulebatch.cli.print.RunSummaryText;
import org.rulebatch.cli.print.Signals;
import org.rulebatch.cli.progress.Console;
import org.rulebatch.deploy.Archive;
import org.rulebatch.knowledge.ServiceNames;
import org.rulebatch.report.RunStatus;

/** Works on the runs of an output folder that this process holds, and shows how it goes on. */
final class RunCommand {

    private RunCommand() {}

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
        long started = System.nanoTime();
        return with(out, quiet, output, knowledge, model, (job, console) -> {
            RunResult result = action.apply(job);
            console.close();
            Duration took = Duration.ofNanos(System.nanoTime() - started);
            int code = new RunSummaryText(
                            result,
                            new Hints(output, knowledge.jobsDir()),
                            knowledge.overrides(),
                            took,
                            console.paint())
                    .print(out);
            if (result.status() == RunStatus.COMPLETE && job.isToStop()) {
                out.println("The signal came after the last batch: the run was completed.");
            }
            return code;
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
        Hints hints = new Hints(output, knowledge.jobsDir());
        try (Console console = Console.open(out, clock, quiet)) {
            Pipelines pipelines = new Pipelines(names, knowledge, model, console::says);
            Signals.stop(stop, console::say, hints);
            try (Workplace place = Workplace.open(output.output(), output.repository(), stop)) {
                GenerateRules job = new GenerateRules(place, names, pipelines, console, clock);
                job.requireNotStopped();
                new Archive(output.output()).finish();
                return action.applyAsInt(job, console);
            } catch (NotStartedException e) {
                console.say(String.valueOf(e.getMessage()));
                return ExitCode.STOPPED;
            }
        } catch (RunBrokenException e) {
            out.println(e.getMessage() + " When the cause is fixed, resume it: " + hints.restart("last"));
            return ExitCode.FAILED;
        }
    }
}
