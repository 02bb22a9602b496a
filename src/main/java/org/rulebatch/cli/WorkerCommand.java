package org.rulebatch.cli;

import io.micrometer.observation.ObservationRegistry;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rulebatch.batch.remote.Worker;
import org.rulebatch.batch.repository.RepositoryContext;
import org.rulebatch.batch.repository.RepositorySettings;
import org.rulebatch.batch.repository.StopSignal;
import org.rulebatch.catalog.Catalog;
import org.rulebatch.cli.options.JobsOption;
import org.rulebatch.cli.options.ModelOptions;
import org.rulebatch.cli.options.OutputOptions;
import org.rulebatch.cli.options.OwnKnowledge;
import org.rulebatch.cli.options.Pipelines;
import org.rulebatch.cli.options.Telemetry;
import org.rulebatch.cli.options.TelemetryOptions;
import org.rulebatch.cli.print.ExitCode;
import org.rulebatch.cli.print.Signals;
import org.rulebatch.knowledge.ServiceNames;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Works for runs that were started with {@code --workers=remote}. */
@Command(
        name = WorkerCommand.NAME,
        description =
                "Works on batches of runs that were started with --workers=remote on the same repository, until it is stopped.",
        sortOptions = false)
final class WorkerCommand extends BaseCommand {

    static final String NAME = "worker";

    @Option(
            names = "--max-parallel-batches",
            paramLabel = "<n>",
            defaultValue = "2",
            description = "Batches at once (default: ${DEFAULT-VALUE}).")
    private int atOnce;

    @Option(
            names = "--exit-when-idle",
            paramLabel = "<s>",
            description = "End when there has been nothing to do for so many seconds (default: never).")
    private @Nullable Integer idle;

    @Mixin
    private ModelOptions model = new ModelOptions();

    @Mixin
    private JobsOption jobs = new JobsOption();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Mixin
    private TelemetryOptions telemetry = new TelemetryOptions();

    @Override
    public Integer call() throws InterruptedException {
        requireUsable(output.repository());
        Optional<Telemetry> opened = telemetry.open();
        if (opened.isEmpty()) {
            return work(ObservationRegistry.NOOP);
        }
        try (Telemetry collector = opened.get()) {
            return work(collector.observations());
        }
    }

    private int work(ObservationRegistry observations) throws InterruptedException {
        Duration patience = idle == null ? null : Duration.ofSeconds(idle);
        Worker.Settings settings = new Worker.Settings(atOnce, patience, observations);
        StopSignal stop = new StopSignal();
        PrintWriter out = out();
        Signals.stop(stop, out::println, () -> "The worker was ended; its batches go to others.");
        OwnKnowledge knowledge = OwnKnowledge.in(jobs.folder(), Catalog.bundled());
        Pipelines pipelines = new Pipelines(new ServiceNames(Catalog.bundled()), knowledge, model, line -> {});
        try (RepositoryContext opened = RepositoryContext.open(output.repository())) {
            out.println("Worker, process " + ProcessHandle.current().pid() + ": waits for batches at "
                    + output.repositoryText());
            Worker.Result result = new Worker(opened, pipelines, settings, stop, out::println).work();
            out.println("The worker has ended: " + result.partitions() + " batches brought to an end.");
            return code(result);
        }
    }

    private void requireUsable(RepositorySettings repository) {
        if (!repository.isShared()) {
            throw usage(
                    "A worker meets its managers in PostgreSQL; name it with --repository.url=jdbc:postgresql://<host>/<database>.");
        }
        if (atOnce < 1) {
            throw usage("--max-parallel-batches must be at least 1, not " + atOnce + ".");
        }
        if (idle != null && idle < 0) {
            throw usage("--exit-when-idle must be at least 0, not " + idle + ".");
        }
    }

    private static int code(Worker.Result result) {
        if (!result.broken().isEmpty()) {
            return ExitCode.FAILED;
        }
        return result.partitions() == 0 && result.refused() ? ExitCode.USAGE : ExitCode.SUCCESS;
    }
}
