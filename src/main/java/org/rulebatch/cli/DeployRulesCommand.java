package org.rulebatch.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.rulebatch.batch.repository.StopSignal;
import org.rulebatch.batch.step.Workplace;
import org.rulebatch.cli.options.JobsOption;
import org.rulebatch.cli.options.OutputOptions;
import org.rulebatch.cli.print.ExitCode;
import org.rulebatch.deploy.Deployment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The job {@code deployRules}. */
@Command(
        name = "deployRules",
        description =
                "Copies the rule files of the summary to <services-dir>/<service>/rules/<service>.yaml, all or none.")
final class DeployRulesCommand extends BaseCommand {

    @Option(
            names = "--services-dir",
            required = true,
            paramLabel = "<folder>",
            description = "Where the scanner reads its rules.")
    private Path servicesDir = Path.of("");

    @Option(names = "--dry-run", description = "Print what would change, and change nothing.")
    private boolean dryRun;

    @Mixin
    private JobsOption jobs = new JobsOption();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() {
        PrintWriter out = out();
        Deployment deployment = new Deployment(output.output(), servicesDir);
        if (dryRun) {
            List<String> changes = deployment.diff();
            changes.forEach(out::print);
            out.println(changes.size() + " files would change in " + servicesDir + ".");
            return ExitCode.SUCCESS;
        }
        try (Workplace place = Workplace.open(output.output(), output.repository(), new StopSignal())) {
            List<Path> written = deployment.deploy();
            out.println(written.size() + " files written to " + servicesDir + ".");
            return ExitCode.SUCCESS;
        }
    }
}
