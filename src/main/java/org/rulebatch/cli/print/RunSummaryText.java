package org.rulebatch.cli.print;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.rulebatch.batch.RunResult;
import org.rulebatch.cli.options.Pipelines;
import org.rulebatch.cli.progress.Durations;
import org.rulebatch.cli.progress.Paint;
import org.rulebatch.files.Program;
import org.rulebatch.generate.override.Overrides;
import org.rulebatch.report.Counts;
import org.rulebatch.report.FinalReport;
import org.rulebatch.report.RunStatus;
import org.rulebatch.report.entry.Criterion;
import org.rulebatch.store.OutputFolder;

/** Says in at most ten lines how a run ended, where its results are and what to do next; decides the exit code. */
public final class RunSummaryText {

    /** Numbers of batches in a line. */
    private static final int SHOWN = 10;

    private static final String LINE = "  %-9s %s%n";

    private final RunResult result;
    private final Hints hints;
    private final Overrides overrides;
    private final Duration took;
    private final Paint paint;

    /** @param overrides what people have decided */
    public RunSummaryText(RunResult result, Hints hints, Overrides overrides, Duration took, Paint paint) {
        this.result = result;
        this.hints = hints;
        this.overrides = overrides;
        this.took = took;
        this.paint = paint;
    }

    /** @return the exit code */
    public int print(PrintWriter out) {
        FinalReport report = result.report();
        if (report == null) {
            out.println(run() + unfinished() + ". Resume it: " + restart());
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
                "  %d automated, %d proposed, %d for manual review, %d invalid, %d failed%n",
                counts.automated(), counts.proposed(), counts.manualReview(), counts.invalid(), counts.failed());
        criteria(out, report);
        if (!result.halted().isEmpty()) {
            out.printf(LINE, "ended", result.halted());
        }
        report.usage().ifPresent(usage -> out.printf(LINE, "model", UsageText.of(usage)));
        OutputFolder folder = hints.output().output();
        out.printf(LINE, "report", folder.page());
        out.printf(LINE, "rules", folder.allRuleFiles());
        if (counts.invalid() > 0) {
            out.printf(LINE, "invalid", "jq .invalid " + Program.quoted(reportFile()));
        }
        next(failed, report).forEach(step -> out.printf(LINE, "next", step));
        if (failed) {
            return ExitCode.FAILED;
        }
        return good ? ExitCode.SUCCESS : ExitCode.CRITERIA_NOT_MET;
    }

    private String unfinished() {
        if (result.left().isEmpty()) {
            return "was stopped";
        }
        String batches =
                result.left().stream().limit(SHOWN).map(String::valueOf).collect(Collectors.joining(", "));
        return "is not complete: " + number(result.left().size(), "batch", "batches") + " left (" + batches
                + (result.left().size() > SHOWN ? ", …" : "") + "), and no summary before they are done";
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
            return List.of("see what failed: " + hints.status(result.instanceId()), "resume it: " + restart());
        }
        List<String> steps = new ArrayList<>();
        if (counts.failed() > 0) {
            steps.add("see why rules failed, in a browser: " + reportPage() + "#decision=failed");
        }
        if (counts.invalid() > 0) {
            steps.add("correct the invalid rule files and run again");
        }
        int undecided = counts.manualReview() - decided();
        if (steps.isEmpty() && undecided > 0) {
            String proposed = counts.proposed() == 0 ? "" : " and " + number(counts.proposed(), "proposed check");
            steps.add(
                    "decide the " + number(undecided, "rule") + " left to a person" + proposed + ": " + hints.review());
        } else if (steps.isEmpty() && counts.proposed() > 0) {
            steps.add("confirm or turn down " + number(counts.proposed(), "proposed check") + ": " + hints.review());
        }
        if (counts.automated() > 0) {
            steps.add("try the rules on an account: " + hints.testRules());
        }
        return steps;
    }

    private static String number(int count, String what) {
        return number(count, what, what + "s");
    }

    private static String number(int count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    /** The rules of which people have decided that they need a person. */
    private int decided() {
        return overrides.leftToPeople(result.options().getOrDefault(Pipelines.OVERRIDES, ""));
    }

    private String reportPage() {
        return hints.output().output().page().toUri().toString();
    }

    private String run() {
        return "Run " + result.instanceId() + " (" + result.runId() + ") ";
    }

    private String restart() {
        return hints.restart(String.valueOf(result.instanceId()));
    }

    private String reportFile() {
        return hints.output().output().finalReport().toString();
    }
}
