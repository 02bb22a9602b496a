package org.rulebatch.cli;

import java.io.PrintWriter;
import org.rulebatch.batch.RunSettings;
import org.rulebatch.batch.TestedRun;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.cli.options.AwsOptions;
import org.rulebatch.cli.options.AwsSession;
import org.rulebatch.cli.options.JobsOption;
import org.rulebatch.cli.options.ModelOptions;
import org.rulebatch.cli.options.OutputOptions;
import org.rulebatch.cli.options.OwnKnowledge;
import org.rulebatch.cli.options.ParametersOption;
import org.rulebatch.cli.options.RunOptions;
import org.rulebatch.cli.print.ExitCode;
import org.rulebatch.cli.print.Hints;
import org.rulebatch.report.entry.ServiceTest;
import org.rulebatch.ruleyaml.CheckParameters;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The job {@code testRules}. */
@Command(
        name = "testRules",
        description = "Executes the generated rule files of a run against AWS, corrects what is mechanical, leaves to a"
                + " person what cannot run, and writes what came of it. It only reads from AWS.",
        sortOptions = false)
final class TestRulesCommand extends BaseCommand {

    @Mixin
    private AwsOptions aws = new AwsOptions();

    @Mixin
    private RunOptions options = new RunOptions();

    @Mixin
    private ParametersOption parameters = new ParametersOption();

    @Mixin
    private JobsOption jobs = new JobsOption();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() {
        PrintWriter out = out();
        RunSettings settings = options.settings(spec());
        OwnKnowledge knowledge = OwnKnowledge.in(jobs.folder(), Catalog.bundled());
        CheckParameters stated = parameters.in(jobs.folder());
        try (AwsSession session = AwsSession.open(aws, knowledge, stated)) {
            if (!options.isQuiet()) {
                out.println("testRules");
                out.printf("  %-11s %s%n", "regions", String.join(", ", session.regions()));
                ParametersOption.print(stated, out);
                out.printf("  %-11s %s%n", "output", output.output().path());
            }
            return RunCommand.with(out, options.isQuiet(), output, knowledge, new ModelOptions(), (job, console) -> {
                TestedRun tested = job.test(settings, session.tester());
                console.close();
                return print(out, tested);
            });
        }
    }

    private int print(PrintWriter out, TestedRun tested) {
        out.printf("%-28s %6s %6s %6s %7s %6s%n", "service", "checks", "passed", "failed", "skipped", "errors");
        tested.services().forEach((service, test) -> {
            int demoted = test.demoted().size();
            out.printf(
                    "%-28s %6d %6d %6d %7d %6d%s%n",
                    service,
                    test.checksCount(),
                    test.passed(),
                    test.failed(),
                    test.skipped(),
                    test.errors().size(),
                    demoted == 0 ? "" : "  " + demoted + " left to a person");
        });
        long good =
                tested.services().values().stream().filter(ServiceTest::success).count();
        out.printf(
                "%d of %d services run without an error of their rules' own.%n",
                good, tested.services().size());
        out.printf("  causes:  %s%n", output.output().errorAnalysis());
        if (!tested.whole()) {
            out.println("Stopped before all batches were tested. Go on with it: "
                    + new Hints(output, jobs.folder()).testRules());
            return ExitCode.STOPPED;
        }
        if (tested.isBlank()) {
            err().println("Nothing was tested: not one check could be decided. Correct the cause and test again.");
            return ExitCode.FAILED;
        }
        return tested.isSuccess() ? ExitCode.SUCCESS : ExitCode.CRITERIA_NOT_MET;
    }
}
