package org.rulebatch.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.rulebatch.batch.RunResult;
import org.rulebatch.cli.progress.Durations;
import org.rulebatch.cli.progress.Paint;
import org.rulebatch.report.Counts;
import org.rulebatch.report.Criterion;
import org.rulebatch.report.FinalReport;
import org.rulebatch.report.RunStatus;
import org.rulebatch.store.OutputFolder;

/** Says in at most ten lines how a run ended, where its results are and what to do next; decides the exit code. */
final class Ending {

    private static final String LINE = "  %-9s %s%n";

    private final RunResult result;
    private final OutputOptions output;
    private final Path jobsDir;
    private final Duration took;
    private final Paint paint;

    Ending(RunResult result, OutputOptions output, Path jobsDir, Duration took, Paint paint) {
        this.result = result;
        this.output = output;
        this.jobsDir = jobsDir;
        this.took = took;
        this.paint = paint;
    }

    /** @return the exit code */
    int print(PrintWriter out) {
        FinalReport report = result.report();
        if (report == null) {
            String what = result.waits().isEmpty() ? "was stopped" : result.waits();
            out.println(run() + what + ". Go on with it: " + restart());
            return ExitCode.STOPPED;
        }
        boolean failed = result.status() == RunStatus.FAILED;
        boolean good = !failed && report.isSuccess();
        Counts counts = report.counts();
        out.print(run());
        if (failed) {
            paint.bad(out, "has failed");
        } else {
            out.print("is complete");
        }
        out.println(": " + number(counts.total(), "rule") + " of " + number(report.services(), "service") + " in "
                + Durations.text(took));
        out.printf(
                "  %d automated, %d for manual review, %d invalid, %d failed%n",
                counts.automated(), counts.manualReview(), counts.invalid(), counts.failed());
        criteria(out, report);
        if (!result.halted().isEmpty()) {
            out.printf(LINE, "ended", result.halted());
        }
        report.usage().ifPresent(usage -> out.printf(LINE, "model", UsageText.of(usage)));
        OutputFolder folder = output.output();
        out.printf(LINE, "report", folder.summary().resolve("report.html"));
        out.printf(LINE, "rules", folder.summary().resolve("all_generated_yamls"));
        if (counts.invalid() > 0) {
            out.printf(LINE, "invalid", "jq .invalid " + reportFile());
        }
        next(failed, report).forEach(step -> out.printf(LINE, "next", step));
        if (failed) {
            return ExitCode.FAILED;
        }
        return good ? ExitCode.SUCCESS : ExitCode.CRITERIA_NOT_MET;
    }

    private void criteria(PrintWriter out, FinalReport report) {
        List<Criterion> missed =
                report.criteria().stream().filter(each -> !each.met()).toList();
        out.printf("  %-9s ", "criteria");
        if (missed.isEmpty()) {
            paint.good(out, "all met");
        } else {
            paint.bad(out, "not met: ");
        }
        out.println(
                missed.stream().map(each -> each.name() + ": " + each.actual()).collect(Collectors.joining("; ")));
    }

    private List<String> next(boolean failed, FinalReport report) {
        Counts counts = report.counts();
        if (failed) {
            return List.of(
                    "see what failed: " + output.command("status " + result.instanceId()), "go on: " + restart());
        }
        List<String> steps = new ArrayList<>();
        if (counts.failed() > 0) {
            steps.add("see why rules failed: open " + reportPage() + "#decision=failed");
        }
        if (counts.invalid() > 0) {
            steps.add("correct the invalid rule files and run again");
        }
        if (steps.isEmpty() && counts.manualReview() > 0) {
            steps.add("decide the " + number(counts.manualReview(), "rule") + " left to a person: " + review());
        }
        if (counts.automated() > 0) {
            steps.add("try the rules on an account: java -jar batch.jar --job=testRules" + output.asArgument());
        }
        return steps;
    }

    private static String number(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private String review() {
        String own = jobsDir.equals(Path.of(JobsOption.DEFAULT)) ? "" : " " + JobsOption.NAME + "=" + jobsDir;
        return "java -jar batch.jar review" + output.asArgument() + own;
    }

    private String reportPage() {
        return output.output().summary().resolve("report.html").toString();
    }

    private String run() {
        return "Run " + result.instanceId() + " (" + result.runId() + ") ";
    }

    private String restart() {
        return output.restartCommand(String.valueOf(result.instanceId()));
    }

    private String reportFile() {
        return output.output()
                .summary()
                .resolve("orchestrator_final_report.json")
                .toString();
    }
}
