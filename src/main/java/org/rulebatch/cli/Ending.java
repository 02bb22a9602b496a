package org.rulebatch.cli;

import java.io.PrintWriter;
import org.rulebatch.batch.RunResult;
import org.rulebatch.report.Counts;
import org.rulebatch.report.Criterion;
import org.rulebatch.report.FinalReport;
import org.rulebatch.report.RunStatus;
import org.rulebatch.store.OutputFolder;

/** Says how a run ended, where its results are and what to do next; decides the exit code. */
final class Ending {

    private Ending() {}

    static int print(PrintWriter out, RunResult result, OutputOptions output) {
        FinalReport report = result.report();
        String run = "Run " + result.instanceId() + " (" + result.runId() + ") ";
        String restart = "Go on with it: " + output.restartCommand(String.valueOf(result.instanceId()));
        if (report == null) {
            out.println(run + "was stopped. " + restart);
            return ExitCode.STOPPED;
        }
        numbers(out, run, result.status(), report);
        if (!result.halted().isEmpty()) {
            out.println("  ended:   " + result.halted());
        }
        report.usage().ifPresent(usage -> out.println("  model:   " + UsageText.of(usage)));
        where(out, output.output());
        if (result.status() == RunStatus.FAILED) {
            out.println(restart);
            return ExitCode.FAILED;
        }
        return report.isSuccess() ? ExitCode.SUCCESS : ExitCode.CRITERIA_NOT_MET;
    }

    private static void numbers(PrintWriter out, String run, RunStatus status, FinalReport report) {
        Counts counts = report.counts();
        out.println(run + (status == RunStatus.FAILED ? "has failed: " : "is complete: ") + counts.total()
                + " rules of " + report.services() + " services");
        out.printf(
                "  %d automated, %d for manual review, %d invalid, %d failed%n",
                counts.automated(), counts.manualReview(), counts.invalid(), counts.failed());
        for (Criterion criterion : report.criteria()) {
            if (!criterion.met()) {
                out.println("  not met: " + criterion.name() + ": " + criterion.actual());
            }
        }
    }

    private static void where(PrintWriter out, OutputFolder output) {
        out.println("  report:  " + output.summary().resolve("report.html"));
        out.println("  rules:   " + output.summary().resolve("all_generated_yamls"));
    }
}
