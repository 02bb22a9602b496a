package org.rulebatch.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.rulebatch.batch.GenerateRules;
import org.rulebatch.batch.RunBrokenException;
import org.rulebatch.batch.RunResult;
import org.rulebatch.batch.StopSignal;
import org.rulebatch.batch.Workplace;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.deploy.Archive;
import org.rulebatch.knowledge.ServiceNames;

/** Runs the job in an output folder that this process holds, and says how it ended. */
final class Working {

    private Working() {}

    /** @return the exit code */
    static int on(
            PrintWriter out,
            OutputOptions output,
            OwnKnowledge knowledge,
            ModelOptions model,
            Function<GenerateRules, RunResult> action) {
        return with(out, output, knowledge, model, job -> Ending.print(out, action.apply(job), output));
    }

    /**
     * Does something with the runs of an output folder.
     *
     * @param action gives the exit code
     */
    static int with(
            PrintWriter out,
            OutputOptions output,
            OwnKnowledge knowledge,
            ModelOptions model,
            ToIntFunction<GenerateRules> action) {
        StopSignal stop = new StopSignal();
        Signals.stop(stop, out, output);
        ServiceNames names = new ServiceNames(Catalog.bundled());
        try (Workplace place = Workplace.open(output.output(), output.repository(), stop)) {
            if (stop.isRequested()) {
                out.println("Stopped before anything was started.");
                return ExitCode.STOPPED;
            }
            Pipelines pipelines = new Pipelines(names, knowledge, model);
            GenerateRules job = new GenerateRules(place, names, pipelines, out::println, Clock.systemDefaultZone());
            new Archive(output.output()).finish();
            return action.applyAsInt(job);
        } catch (RunBrokenException e) {
            out.println(e.getMessage() + " When that is put right, go on with it: " + output.restartCommand("last"));
            return ExitCode.FAILED;
        }
    }
}
