package org.rulebatch.cli;

import org.rulebatch.batch.repository.StopSignal;
import org.rulebatch.batch.step.Workplace;
import org.rulebatch.cli.options.JobsOption;
import org.rulebatch.cli.options.OutputOptions;
import org.rulebatch.cli.print.ExitCode;
import org.rulebatch.deploy.Archive;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The job {@code archiveRun}. */
@Command(
        name = "archiveRun",
        description =
                "Moves the batch folders of a complete run, and its metadata, to archive/<run_id>; the summary stays.")
final class ArchiveRunCommand extends BaseCommand {

    @Mixin
    private JobsOption jobs = new JobsOption();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() {
        try (Workplace place = Workplace.open(output.output(), output.repository(), new StopSignal())) {
            out().println("The run is in " + new Archive(output.output()).archive() + ".");
            return ExitCode.SUCCESS;
        }
    }
}
