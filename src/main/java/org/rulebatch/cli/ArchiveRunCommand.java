package org.rulebatch.cli;

import java.util.concurrent.Callable;
import org.rulebatch.batch.repository.StopSignal;
import org.rulebatch.batch.step.Workplace;
import org.rulebatch.deploy.Archive;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The job {@code archiveRun}. */
@Command(
        name = "archiveRun",
        description =
                "Moves the batch folders of a complete run, and its metadata, to archive/<run_id>; the summary stays.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class ArchiveRunCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private JobsOption jobs = new JobsOption();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() {
        try (Workplace place = Workplace.open(output.output(), output.repository(), new StopSignal())) {
            spec.commandLine().getOut().println("The run is in " + new Archive(output.output()).archive() + ".");
            return ExitCode.SUCCESS;
        }
    }
}
